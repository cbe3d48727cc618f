import { newInstruction, readInstruction } from './instruction.ts';
import type { GlobalUse } from './module.ts';
import { op } from './opcodes.ts';
import type { Reader } from './reader.ts';
import type { CompositeType } from './types.ts';

/** What reading the constant expressions of a module needs to know, and what it finds out. */
export interface Constants {
  readonly types: readonly CompositeType[];
  /** The globals that they name, in the order of the bytes. */
  readonly globalUses: GlobalUse[];
  /** Values of globals of type i32, by index; imported ones are not known. */
  readonly numbers: Map<number, number>;
  /** Codes of all operators in them. */
  readonly constantOperators: Set<number>;
  /** Bytes that they make on the garbage-collected heap, about. */
  heapBytes: number;
}

const objectHeader = 16;
const widths: Readonly<Record<string, number>> = { i8: 1, i16: 2, i32: 4, f32: 4, v128: 16 };
/** Bytes that a value of a type takes inside an object; a reference counts as eight. */
export const storageWidth = (type: string): number => widths[type] ?? 8;

const bytesOf = (type: CompositeType | undefined, length: number): number => {
  switch (type?.kind) {
    case 'array':
      return objectHeader + length * storageWidth(type.element.type);
    case 'struct':
      return objectHeader + type.fields.reduce((sum, field) => sum + storageWidth(field.type), 0);
    default:
      return 0;
  }
};

const longest = 0xffff_ffff;

const calculations: ReadonlyMap<number, (a: number, b: number) => number> = new Map([
  [op.i32Add, (a, b) => (a + b) | 0],
  [op.i32Sub, (a, b) => (a - b) | 0],
  [op.i32Mul, Math.imul],
]);

/**
 * Walks a constant expression up to and including its `end`: notes the globals that it names, and what it allocates. An
 * array whose length is that of an imported global counts as the longest one.
 *
 * @returns its value, where that is a number of type i32 that is known.
 */
export const readConstantExpression = (reader: Reader, into: Constants): number | undefined => {
  const instruction = newInstruction();
  /** Only what lies on top is right: what other operators take stays. Lengths need no more. */
  const stack: (number | undefined)[] = [];
  for (;;) {
    readInstruction(reader, instruction);
    const { code, first, second } = instruction;
    const calculate = calculations.get(code);
    into.constantOperators.add(code);
    if (code === op.end) {
      return stack.pop();
    }
    if (code === op.i32Const) {
      stack.push(first);
    } else if (calculate !== undefined) {
      const b = stack.pop();
      const a = stack.pop();
      stack.push(a === undefined || b === undefined ? undefined : calculate(a, b));
    } else if (code === op.globalGet) {
      into.globalUses.push({ span: { start: instruction.offset + 1, end: instruction.end }, index: first });
      stack.push(into.numbers.get(first));
    } else {
      if (code === op.arrayNew || code === op.arrayNewDefault) {
        into.heapBytes += bytesOf(into.types[first], (stack.pop() ?? longest) >>> 0);
      } else if (code === op.arrayNewFixed || code === op.structNew || code === op.structNewDefault) {
        into.heapBytes += bytesOf(into.types[first], second);
      }
      stack.push(undefined);
    }
  }
};
