import { decodeModule } from './decode.ts';
import { functionTypeIndices } from './module.ts';
import { MalformedError } from './reader.ts';
import type { ValueType } from './types.ts';

/** The static type of an exported function. */
export interface ExportType {
  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];
}

/**
 * Static types of a module's exported functions by name. Empty for bytes that are no core module: what such a
 * guest exports nobody can say.
 */
export const exportTypes = (bytes: Uint8Array): ReadonlyMap<string, ExportType> => {
  const types = new Map<string, ExportType>();
  try {
    const module = decodeModule(bytes);
    const indices = functionTypeIndices(module);
    for (const item of module.exports) {
      const index = item.kind === 'func' ? indices[item.index] : undefined;
      const type = index === undefined ? undefined : module.types[index];
      if (type?.kind === 'func') {
        types.set(item.name, { params: type.params, results: type.results });
      }
    }
  } catch (error) {
    if (!(error instanceof MalformedError)) {
      throw error;
    }
  }
  return types;
};
