import { decodeModule } from '../wasm/decode.ts';
import type { WasmModule } from '../wasm/module.ts';
import { MalformedError } from '../wasm/reader.ts';
import { compilesAtOnce } from './bounded.ts';
import { withDeadline } from './deadline.ts';
import type { CompileLimits } from './limits.ts';
import { type CostModel, defaultCosts } from './meter/costs.ts';
import { type AddedNames, type CounterPlace, instrument } from './meter/instrument.ts';
import { type ModuleInfo, moduleInfo } from './module-info.ts';
import type { Ending } from './outcome.ts';

/** A module ready to be instantiated. Plain data and a compiled module: it goes to Workers as it is. */
export interface CompiledModule {
  /** With counters of its own, for a store of one. */
  readonly own: WebAssembly.Module;
  readonly names: AddedNames;
  readonly info: ModuleInfo;
  /** The guest's bytes, kept for the form with shared counters, which few modules need. */
  readonly bytes: Uint8Array;
}

export type CompileResult = { readonly kind: 'compiled'; readonly module: CompiledModule } | Ending;

const rejected = (phase: 'decode' | 'validate', reason: string, message: string): Ending => ({
  kind: 'rejected',
  phase,
  reason,
  message,
});

const engineMessage = (bytes: Uint8Array): string => {
  try {
    new WebAssembly.Module(bytes);
    return 'invalid module';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const decode = (bytes: Uint8Array): WasmModule | Ending => {
  try {
    return decodeModule(bytes);
  } catch (error) {
    if (error instanceof MalformedError) {
      return rejected('decode', 'malformed', error.message);
    }
    throw error;
  }
};

/**
 * Types that a module may have. V8 before 12 compares every type with every other one that its process has seen, in
 * code that no deadline ends: 100,000 types take it a minute.
 */
const maxTypes = Number(process.versions.v8.split('.')[0]) < 12 ? 10_000 : 1_000_000;

const build = (bytes: Uint8Array, model: CostModel): CompileResult => {
  const decoded = decode(bytes);
  if ('kind' in decoded) {
    return decoded;
  }
  if (decoded.types.length > maxTypes) {
    return rejected('validate', 'too-large', `${decoded.types.length} types are more than the ${maxTypes} allowed`);
  }
  // The engine validates what the guest wrote, not what we made of it: an index into what the meter adds would be
  // valid there.
  if (!WebAssembly.validate(bytes)) {
    return rejected('validate', 'invalid', engineMessage(bytes));
  }
  const { bytes: metered, names } = instrument(decoded, 'defined', model);
  try {
    return {
      kind: 'compiled',
      module: { own: new WebAssembly.Module(metered), names, info: moduleInfo(decoded, model), bytes },
    };
  } catch (error) {
    // The meter adds code: what the engine takes unmetered may be beyond its limits afterwards.
    return rejected('validate', 'too-large', `beyond the engine's limits once metered: ${String(error)}`);
  }
};

/** The same module with counters that its owner makes, for a store whose members share them. Compiled on demand. */
export const compileShared = (
  { bytes }: CompiledModule,
  model: CostModel = defaultCosts,
): { readonly module: WebAssembly.Module; readonly names: AddedNames } => {
  const { bytes: metered, names } = instrument(decodeModule(bytes), 'imported' satisfies CounterPlace, model);
  return { module: new WebAssembly.Module(metered), names };
};

/**
 * Decodes, validates, meters and compiles a core module. The deadline holds for all of it: the meter is ended when the
 * time is up, the engine's part is bounded by the size and its time counted.
 */
export const compile = (bytes: Uint8Array, limits: CompileLimits, model: CostModel = defaultCosts): CompileResult => {
  if (bytes.length > limits.moduleBytes) {
    const message = `${bytes.length} bytes are more than the ${limits.moduleBytes} allowed`;
    return { kind: 'limit', phase: 'decode', resource: 'module-size', message };
  }
  const begun = performance.now();
  const result = withDeadline(limits.compileMs, () => build(bytes, model), compilesAtOnce(bytes, limits.compileMs));
  if (result.kind === 'timeout' || performance.now() - begun > limits.compileMs) {
    const message = `not compiled within ${limits.compileMs} ms`;
    return { kind: 'limit', phase: 'validate', resource: 'compile', message };
  }
  return result.value;
};
