import { type ExternalKind, functionTypeIndices, type WasmModule } from '../wasm/module.ts';
import type { ValueType } from '../wasm/types.ts';
import type { CostModel } from './meter/costs.ts';

export interface FunctionSignature {
  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];
}

export interface ImportInfo {
  readonly module: string;
  readonly name: string;
  readonly kind: ExternalKind;
  /** Of a function. */
  readonly signature?: FunctionSignature;
}

export interface ExportInfo {
  readonly name: string;
  readonly kind: ExternalKind;
  /** Of a function. */
  readonly signature?: FunctionSignature;
}

/** What instantiating needs to know of a module. Plain data: it goes to Workers as it is. */
export interface ModuleInfo {
  readonly imports: readonly ImportInfo[];
  readonly exports: readonly ExportInfo[];
  /** Bytes of the memories that it defines, as declared. */
  readonly memoryBytes: bigint;
  /** Elements of the tables that it defines, as declared. */
  readonly tableElements: bigint;
  readonly hasStart: boolean;
  /**
   * Whether what its code does takes time in proportion to its fuel: it calls nobody outside, can't wait on a memory,
   * and uses neither exceptions nor garbage collection, whose prices are the roughest.
   */
  readonly isSteady: boolean;
  /** Bytes on the garbage-collected heap that the values of globals and elements take, about. */
  readonly heapBytes: number;
  /** Fuel for what instantiating copies: active data and element segments. */
  readonly initialCost: bigint;
}

const signatureAt = (module: WasmModule, type: number | undefined): { signature: FunctionSignature } | object => {
  const found = type === undefined ? undefined : module.types[type];
  return found?.kind === 'func' ? { signature: { params: found.params, results: found.results } } : {};
};

const initialCost = (module: WasmModule, model: CostModel): bigint => {
  const data = module.data.filter((segment) => segment.mode === 'active');
  const elements = module.elements.filter((segment) => segment.mode === 'active');
  const bytes = data.reduce((sum, { length }) => sum + Math.floor(length / 64) * model.sixtyFourBytes, 0);
  const items = elements.reduce((sum, { count }) => sum + count * model.element, 0);
  return BigInt(bytes + items + (data.length + elements.length) * model.bulk);
};

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

const isSteady = (module: WasmModule): boolean =>
  module.imports.length === 0 &&
  module.tags.length === 0 &&
  module.memories.every(({ shared }) => !shared) &&
  module.types.every(({ kind }) => kind === 'func');

/** What instantiating needs of a decoded module. */
export const moduleInfo = (module: WasmModule, model: CostModel): ModuleInfo => {
  const functionTypes = functionTypeIndices(module);
  return {
    imports: module.imports.map((item) => ({
      module: item.module,
      name: item.name,
      kind: item.kind,
      ...(item.kind === 'func' ? signatureAt(module, item.type) : {}),
    })),
    exports: module.exports.map((item) => ({
      name: item.name,
      kind: item.kind,
      ...(item.kind === 'func' ? signatureAt(module, functionTypes[item.index]) : {}),
    })),
    memoryBytes: sum(module.memories.map(({ min, pageLog2 }) => min << BigInt(pageLog2))),
    tableElements: sum(module.tables.map(({ min }) => min)),
    hasStart: module.start !== undefined,
    isSteady: isSteady(module),
    heapBytes: module.heapBytes,
    initialCost: initialCost(module, model),
  };
};
