import { op } from '../../wasm/opcodes.ts';
import { Writer } from '../../wasm/writer.ts';
import type { CostModel } from './costs.ts';

/**
 * Functions that the meter appends to a module. They charge for what an operator's length says before the operator
 * runs, and keep growth within the budgets. None of them is metered itself.
 */

/** Where the counters are in the index space of globals. */
export interface Counters {
  readonly fuel: number;
  readonly memoryBytes: number;
  readonly tableElements: number;
}

/** Width of an address or length. */
export type Width = 32 | 64;

const i32 = 0x7f;
const i64 = 0x7e;
const valueTypeOf = (width: Width): number => (width === 32 ? i32 : i64);
const emptyBlock = 0x40;

/** Lengths beyond this are charged as this: far more than any balance, and far from overflowing one. */
const saturation = 1n << 61n;

const operator = (out: Writer, code: number): void => {
  if (code < 0x1000) {
    out.byte(code);
  } else {
    out.byte(Math.floor(code / 0x1000));
    out.u32(code % 0x1000);
  }
};

/** An operator with one index behind it. */
export const indexed = (out: Writer, code: number, index: number): void => {
  operator(out, code);
  out.u32(index);
};

const constant = (out: Writer, value: bigint): void => {
  out.byte(op.i64Const);
  out.signed(value);
};

/** `fuel -= cost`, for a cost known now. */
export const emitCharge = (out: Writer, fuel: number, cost: number): void => {
  indexed(out, op.globalGet, fuel);
  constant(out, BigInt(cost));
  out.byte(op.i64Sub);
  indexed(out, op.globalSet, fuel);
};

/** Traps when the balance is negative. The trap is wasm's own, which no handler of a guest can catch. */
export const emitCheck = (out: Writer, fuel: number): void => {
  indexed(out, op.globalGet, fuel);
  constant(out, 0n);
  out.byte(op.i64LtS);
  out.byte(op.if);
  out.byte(emptyBlock);
  out.byte(op.unreachable);
  out.byte(op.end);
};

/**
 * A place where the engine looks whether it has to stop: the header of a loop that goes round once. V8 14.6 has none in
 * an optimised function whose only calls are tail calls: neither a deadline nor ending the Worker stopped one.
 */
export const emitPoll = (out: Writer): void => {
  out.byte(op.loop);
  out.byte(emptyBlock);
  out.byte(op.end);
};

/** Puts the first parameter on the stack as an i64, unsigned. */
const emitLength = (out: Writer, local: number, width: Width): void => {
  indexed(out, op.localGet, local);
  if (width === 32) {
    out.byte(op.i64ExtendI32U);
  }
};

const body = (locals: readonly number[], write: (out: Writer) => void): Uint8Array => {
  const out = new Writer(64);
  out.u32(locals.length);
  for (const type of locals) {
    out.u32(1);
    out.byte(type);
  }
  write(out);
  out.byte(op.end);
  return out.finish();
};

/** How a length turns into a charge. */
export interface Unit {
  readonly kind: 'bytes' | 'elements';
  readonly cost: number;
  /** Lengths beyond this become the greatest there is, which no engine allocates: it traps. */
  readonly most?: number;
}

/** The unit of bytes: a charge for each whole 64. */
export const bytesUnit = (model: CostModel): Unit => ({ kind: 'bytes', cost: model.sixtyFourBytes });
/** The unit of table and array elements. */
export const elementsUnit = (model: CostModel): Unit => ({ kind: 'elements', cost: model.element });

/** `(n) -> n`: charges for a length that is on top of the stack, then traps if that was too much. Arrays are 32 bits. */
export const chargeHelper = (width: Width, unit: Unit, counters: Counters): Uint8Array =>
  body([i64], (out) => {
    emitLength(out, 0, width);
    indexed(out, op.localSet, 1);
    if (width === 64) {
      indexed(out, op.localGet, 1);
      constant(out, saturation);
      out.byte(op.i64GtU);
      out.byte(op.if);
      out.byte(emptyBlock);
      constant(out, saturation);
      indexed(out, op.localSet, 1);
      out.byte(op.end);
    }
    indexed(out, op.globalGet, counters.fuel);
    indexed(out, op.localGet, 1);
    if (unit.kind === 'bytes') {
      constant(out, 6n);
      out.byte(op.i64ShrU);
    }
    if (unit.cost !== 1) {
      constant(out, BigInt(unit.cost));
      out.byte(op.i64Mul);
    }
    out.byte(op.i64Sub);
    indexed(out, op.globalSet, counters.fuel);
    emitCheck(out, counters.fuel);
    if (unit.most === undefined) {
      indexed(out, op.localGet, 0);
    } else {
      out.byte(op.i32Const);
      out.signed(-1);
      indexed(out, op.localGet, 0);
      indexed(out, op.localGet, 1);
      constant(out, BigInt(unit.most));
      out.byte(op.i64GtU);
      out.byte(op.select);
    }
  });

/** What a growing operator works on. */
export interface Growth {
  readonly width: Width;
  readonly budget: number;
  readonly fuel: number;
  /** Charge for each page or element. */
  readonly cost: number;
  /** Logarithm of what one page or element takes from the budget. */
  readonly unitLog2: number;
  /** The parameter that holds how many; parameters before it are passed on. */
  readonly amountLocal: number;
  readonly growCode: number;
  readonly index: number;
}

/**
 * `(…, n) -> old size or -1`: refuses what the budget does not hold, charges, grows, and takes from the budget what
 * was really grown.
 */
export const growHelper = (growth: Growth): Uint8Array => {
  const result = growth.amountLocal + 1;
  const minusOne = (out: Writer): void => {
    out.byte(growth.width === 32 ? op.i32Const : op.i64Const);
    out.signed(-1);
  };
  return body([valueTypeOf(growth.width)], (out) => {
    emitLength(out, growth.amountLocal, growth.width);
    indexed(out, op.globalGet, growth.budget);
    constant(out, BigInt(growth.unitLog2));
    out.byte(op.i64ShrU);
    out.byte(op.i64GtU);
    out.byte(op.if);
    out.byte(emptyBlock);
    minusOne(out);
    out.byte(op.return);
    out.byte(op.end);

    indexed(out, op.globalGet, growth.fuel);
    emitLength(out, growth.amountLocal, growth.width);
    constant(out, BigInt(growth.cost));
    out.byte(op.i64Mul);
    out.byte(op.i64Sub);
    indexed(out, op.globalSet, growth.fuel);
    emitCheck(out, growth.fuel);

    for (let local = 0; local <= growth.amountLocal; local += 1) {
      indexed(out, op.localGet, local);
    }
    indexed(out, growth.growCode, growth.index);
    indexed(out, op.localTee, result);
    minusOne(out);
    out.byte(growth.width === 32 ? op.i32Eq : op.i64Eq);
    out.byte(op.if);
    out.byte(emptyBlock);
    minusOne(out);
    out.byte(op.return);
    out.byte(op.end);

    indexed(out, op.globalGet, growth.budget);
    emitLength(out, growth.amountLocal, growth.width);
    constant(out, 1n << BigInt(growth.unitLog2));
    out.byte(op.i64Mul);
    out.byte(op.i64Sub);
    indexed(out, op.globalSet, growth.budget);
    indexed(out, op.localGet, result);
  });
};
