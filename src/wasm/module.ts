import type { Bounds, CompositeType, ValueType } from './types.ts';

/** Offsets of something in the module's bytes, the second one behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ExternalKind = 'func' | 'table' | 'memory' | 'global' | 'tag';

export interface TableType extends Bounds {
  readonly type: ValueType;
  /** Whether an expression says what its elements are at first. */
  readonly initialised?: boolean;
}
export interface GlobalType {
  readonly type: ValueType;
  readonly mutable: boolean;
}

export type Import = { readonly module: string; readonly name: string } & (
  | { readonly kind: 'func'; readonly type: number }
  | { readonly kind: 'table'; readonly type: TableType }
  | { readonly kind: 'memory'; readonly type: Bounds }
  | { readonly kind: 'global'; readonly type: GlobalType }
  | { readonly kind: 'tag'; readonly type: number }
);

export interface Export {
  readonly name: string;
  readonly kind: ExternalKind;
  readonly index: number;
}

export interface ElementSegment {
  readonly mode: 'active' | 'passive' | 'declarative';
  readonly table: number;
  readonly type: ValueType;
  readonly count: number;
}

export interface DataSegment {
  readonly mode: 'active' | 'passive';
  readonly memory: number;
  readonly length: number;
}

export interface Section {
  readonly id: number;
  /** Where the content is; the id and the length stand before it. */
  readonly content: Span;
}

/** A place outside function bodies that names a global: in a constant expression or an export. */
export interface GlobalUse {
  /** Where the LEB128 index is. */
  readonly span: Span;
  readonly index: number;
}

/** A module's sections as the format has them: well-formed, not yet valid. */
export interface WasmModule {
  readonly bytes: Uint8Array;
  readonly sections: readonly Section[];
  readonly types: readonly CompositeType[];
  readonly imports: readonly Import[];
  /** Type of each defined function. */
  readonly functions: readonly number[];
  readonly tables: readonly TableType[];
  readonly memories: readonly Bounds[];
  readonly tags: readonly number[];
  readonly globals: readonly GlobalType[];
  readonly exports: readonly Export[];
  readonly start: number | undefined;
  readonly elements: readonly ElementSegment[];
  readonly dataCount: number | undefined;
  /** Each body from its local declarations on. */
  readonly bodies: readonly Span[];
  readonly data: readonly DataSegment[];
  readonly customs: readonly { readonly name: string; readonly content: Span }[];
  /** In the order of the bytes. */
  readonly globalUses: readonly GlobalUse[];
  /** Codes of the operators in constant expressions. */
  readonly constantOperators: ReadonlySet<number>;
  /** Bytes that constant expressions make on the garbage-collected heap, about. */
  readonly heapBytes: number;
}

/** Ids of sections (core 3.0, binary/modules). */
export const sectionIds = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
  tag: 13,
} as const;

/** How many of a kind a module imports; defined ones are numbered from there on. */
export const importedCount = (module: WasmModule, kind: ExternalKind): number =>
  module.imports.reduce((count, item) => (item.kind === kind ? count + 1 : count), 0);

/** Index of the type of each function, imported ones first. */
export const functionTypeIndices = (module: WasmModule): readonly number[] => [
  ...module.imports.flatMap((item) => (item.kind === 'func' ? [item.type] : [])),
  ...module.functions,
];
