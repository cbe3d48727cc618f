import { decodeModule } from '../wasm/decode.ts';
import { type ExternalKind, functionTypeIndices, type WasmModule } from '../wasm/module.ts';
import { MalformedError } from '../wasm/reader.ts';
import type { HelperJob } from './helper-text.ts';

/** What a module exports and imports, as far as a script needs it. */
export interface ModuleFace {
  readonly exports: ReadonlyMap<string, HelperJob['type']>;
  /** Names of modules that it imports from. */
  readonly importModules: readonly string[];
}

const globalTypes = ({ imports, globals }: WasmModule) => [
  ...imports.flatMap((item) => (item.kind === 'global' ? [item.type] : [])),
  ...globals,
];

const typeOf = (module: WasmModule, kind: ExternalKind, index: number): HelperJob['type'] | undefined => {
  if (kind === 'global') {
    const type = globalTypes(module)[index];
    return type === undefined ? undefined : { kind, type };
  }
  const typeIndex = kind === 'func' ? functionTypeIndices(module)[index] : undefined;
  const type = typeIndex === undefined ? undefined : module.types[typeIndex];
  return type?.kind === 'func' ? { kind: 'func', type } : undefined;
};

/** Reads a module's face; one that can't be read has none. */
export const faceOf = (bytes: Uint8Array): ModuleFace => {
  try {
    const module = decodeModule(bytes);
    return {
      importModules: [...new Set(module.imports.map((item) => item.module))],
      exports: new Map(
        module.exports.flatMap(({ name, kind, index }) => {
          const type = typeOf(module, kind, index);
          return type === undefined ? [] : [[name, type] as const];
        }),
      ),
    };
  } catch (error) {
    if (error instanceof MalformedError) {
      return { exports: new Map(), importModules: [] };
    }
    throw error;
  }
};
