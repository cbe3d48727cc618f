import { op, prefixed, prefixes } from '../../wasm/opcodes.ts';

/**
 * What operators cost: the cost model `metering@1`. Integers only, so that a total is the same on every engine and
 * tier; a total is a function of the guest and its input alone.
 */
export interface CostModel {
  readonly version: string;
  /** Operators that only mark structure: `block`, `loop`, `end`, `else`, `nop` and their kind. */
  readonly structure: number;
  /** Anything that has no class of its own. */
  readonly plain: number;
  readonly memoryAccess: number;
  readonly division: number;
  readonly floatDivision: number;
  readonly branchTable: number;
  readonly call: number;
  readonly indirectCall: number;
  readonly throwing: number;
  readonly vector: number;
  readonly atomic: number;
  readonly allocation: number;
  /** Operators that move or set many bytes or elements, without what they move. */
  readonly bulk: number;
  readonly grow: number;
  /** Entering a function, without its locals. */
  readonly entry: number;
  /** For each eight locals of a function, or part of eight. */
  readonly eightLocals: number;
  /** For each 64 bytes that a bulk operator moves, or part of 64. */
  readonly sixtyFourBytes: number;
  /** For each element of a table or array that a bulk operator moves. */
  readonly element: number;
  /** For each page that a memory grows by. */
  readonly page: number;
  /** For the host, each time a guest calls it. */
  readonly hostCall: number;
}

/** `metering@1`. Prices follow what operators took on V8, so that a unit buys about the same time whatever it is spent on. */
export const defaultCosts: CostModel = {
  version: 'metering@1',
  structure: 0,
  plain: 1,
  memoryAccess: 2,
  division: 8,
  floatDivision: 4,
  branchTable: 3,
  call: 4,
  indirectCall: 8,
  throwing: 2000,
  vector: 2,
  atomic: 8,
  allocation: 8,
  bulk: 16,
  grow: 64,
  entry: 2,
  eightLocals: 1,
  sixtyFourBytes: 1,
  element: 1,
  page: 1024,
  hostCall: 16,
};

type CostClass = Exclude<
  keyof CostModel,
  'version' | 'entry' | 'eightLocals' | 'sixtyFourBytes' | 'element' | 'page' | 'hostCall'
>;

const structural = new Set<number>([
  op.nop,
  op.block,
  op.loop,
  op.else,
  op.try,
  op.catch,
  op.end,
  op.delegate,
  op.catchAll,
  op.tryTable,
]);
const throwing = new Set<number>([op.throw, op.rethrow, op.throwRef]);
const indirect = new Set<number>([op.callIndirect, op.returnCallIndirect, op.callRef, op.returnCallRef]);

const singleClass = (code: number): CostClass => {
  if (structural.has(code)) return 'structure';
  if (throwing.has(code)) return 'throwing';
  if (indirect.has(code)) return 'indirectCall';
  if (code === op.call || code === op.returnCall) return 'call';
  if (code === op.brTable) return 'branchTable';
  if (code === op.memoryGrow) return 'grow';
  if ((code >= 0x28 && code <= 0x3e) || code === op.tableGet || code === op.tableSet) return 'memoryAccess';
  if ((code >= 0x6d && code <= 0x70) || (code >= 0x7f && code <= 0x82)) return 'division';
  if (code === 0x91 || code === 0x95 || code === 0x9f || code === 0xa3) return 'floatDivision';
  return 'plain';
};

const gcClass = (subcode: number): CostClass => {
  if (subcode <= 1 || (subcode >= 6 && subcode <= 10)) return 'allocation';
  if (subcode >= 16 && subcode <= 19) return 'bulk';
  return 'memoryAccess';
};

const miscClass = (code: number): CostClass => {
  if (code === op.tableGrow) return 'grow';
  return code >= op.memoryInit && code !== op.tableSize ? 'bulk' : 'plain';
};

const classOf = (code: number): CostClass => {
  const prefix = Math.floor(code / 0x1000);
  switch (prefix) {
    case 0:
      return singleClass(code);
    case prefixes.gc:
      return gcClass(code - prefixed(prefixes.gc, 0));
    case prefixes.misc:
      return miscClass(code);
    case prefixes.simd:
      return 'vector';
    default:
      return 'atomic';
  }
};

/** The cost of each operator by its code; filled as operators are met. */
export const costTable = (model: CostModel): ((code: number) => number) => {
  const single = Uint32Array.from({ length: 256 }, (_, code) => model[classOf(code)]);
  return (code) => (code < 256 ? (single[code] as number) : model[classOf(code)]);
};

/** The cost of entering a function with so many locals, parameters not counted. */
export const entryCost = (model: CostModel, locals: number): number =>
  model.entry + Math.ceil(locals / 8) * model.eightLocals;
