import { storageWidth } from '../../wasm/constant-expression.ts';
import { readLocals } from '../../wasm/decode.ts';
import { type Instruction, newInstruction, readInstruction } from '../../wasm/instruction.ts';
import type { Span, TableType } from '../../wasm/module.ts';
import { op } from '../../wasm/opcodes.ts';
import { Reader } from '../../wasm/reader.ts';
import type { Bounds, CompositeType } from '../../wasm/types.ts';
import { Writer } from '../../wasm/writer.ts';
import { maxObjectBytes } from '../limits.ts';
import type { AddedFunctions } from './added-functions.ts';
import { type CostModel, costTable, entryCost } from './costs.ts';
import { bytesUnit, elementsUnit, emitCharge, emitCheck, emitPoll, indexed, type Width } from './helpers.ts';

/** What the rewriting of a body needs to know of its module. */
export interface BodyContext {
  readonly bytes: Uint8Array;
  readonly types: readonly CompositeType[];
  readonly model: CostModel;
  readonly fuel: number;
  readonly importedFunctions: number;
  readonly memories: readonly Bounds[];
  readonly tables: readonly TableType[];
  readonly added: AddedFunctions;
  /** The index of a global in the rewritten module. */
  readonly mapGlobal: (index: number) => number;
}

/** Operators after which control may have gone elsewhere or come from elsewhere: a segment ends with each of them. */
const segmentEnds = new Set<number>([
  op.unreachable,
  op.loop,
  op.if,
  op.else,
  op.catch,
  op.catchAll,
  op.delegate,
  op.end,
  op.throw,
  op.rethrow,
  op.throwRef,
  op.br,
  op.brIf,
  op.brTable,
  op.return,
  op.call,
  op.callIndirect,
  op.callRef,
  op.returnCall,
  op.returnCallIndirect,
  op.returnCallRef,
  op.brOnNull,
  op.brOnNonNull,
  op.brOnCast,
  op.brOnCastFail,
]);

/** Operators that leave the function for another one. */
const tailCalls = new Set<number>([op.returnCall, op.returnCallIndirect, op.returnCallRef]);

/** Operators with a length on top of the stack, and what the length counts. */
const lengthOf = new Map<number, 'bytes' | 'elements'>([
  [op.memoryInit, 'bytes'],
  [op.memoryCopy, 'bytes'],
  [op.memoryFill, 'bytes'],
  [op.tableInit, 'elements'],
  [op.tableCopy, 'elements'],
  [op.tableFill, 'elements'],
  [op.arrayNew, 'elements'],
  [op.arrayNewDefault, 'elements'],
  [op.arrayNewData, 'elements'],
  [op.arrayNewElem, 'elements'],
  [op.arrayFill, 'elements'],
  [op.arrayCopy, 'elements'],
  [op.arrayInitData, 'elements'],
  [op.arrayInitElem, 'elements'],
]);

const isWide = (bounds: Bounds | undefined): boolean => bounds?.wide === true;

/** Width of an operator's length (core 3.0, validation/instructions): the smaller of the two address types for a copy. */
const widthOf = ({ code, first, second }: Instruction, { memories, tables }: BodyContext): Width => {
  const wide =
    code === op.memoryFill
      ? isWide(memories[first])
      : code === op.memoryCopy
        ? isWide(memories[first]) && isWide(memories[second])
        : code === op.tableFill
          ? isWide(tables[first])
          : code === op.tableCopy && isWide(tables[first]) && isWide(tables[second]);
  return wide ? 64 : 32;
};

/**
 * Elements of the longest array of a type. V8 14 gives a full heap some leeway and ends the process where an allocation
 * is larger than that: what is larger is not asked of it.
 */
const longestArray = (type: CompositeType | undefined): number | undefined =>
  type?.kind === 'array' ? Math.floor(maxObjectBytes / storageWidth(type.element.type)) : undefined;

/** Rewrites bodies one after the other, each into the same buffers. */
export const createBodyRewriter = (context: BodyContext): ((span: Span) => Uint8Array) => {
  const { bytes, model, fuel, added } = context;
  const costOf = costTable(model);
  const units = { bytes: bytesUnit(model), elements: elementsUnit(model) };
  const instruction = newInstruction();
  const out = new Writer();
  const segment = new Writer();

  /** What stands instead of an operator or before it; `undefined` where it stays as it is. */
  const replace = (): boolean => {
    const { code, first } = instruction;
    switch (code) {
      case op.globalGet:
      case op.globalSet:
        if (context.mapGlobal(first) === first) {
          return false;
        }
        indexed(segment, code, context.mapGlobal(first));
        return true;
      case op.memoryGrow:
        indexed(segment, op.call, added.growMemory(first));
        return true;
      case op.tableGrow:
        indexed(segment, op.call, added.growTable(first));
        return true;
      default: {
        const counted = lengthOf.get(code);
        if (counted === undefined) {
          return false;
        }
        const most =
          code === op.arrayNew || code === op.arrayNewDefault ? longestArray(context.types[first]) : undefined;
        const unit = most === undefined ? units[counted] : { ...units[counted], most };
        indexed(segment, op.call, added.charge(widthOf(instruction, context), unit));
        segment.copy(bytes, instruction.offset, instruction.end);
        return true;
      }
    }
  };

  const mayReachHost = ({ code, first }: Instruction): boolean =>
    code === op.call || code === op.returnCall
      ? first < context.importedFunctions
      : code === op.callIndirect || code === op.returnCallIndirect || code === op.callRef || code === op.returnCallRef;

  return (span) => {
    const reader = new Reader(bytes, span.start, span.end);
    const locals = readLocals(reader);
    out.clear();
    segment.clear();
    out.copy(bytes, span.start, reader.position);

    let copied = reader.position;
    let cost = entryCost(model, locals);
    let check = true;
    while (!reader.done) {
      readInstruction(reader, instruction);
      const { code } = instruction;
      cost += costOf(code) + (code === op.arrayNewFixed ? instruction.second * model.element : 0);
      segment.copy(bytes, copied, instruction.offset);
      copied = replace() ? instruction.end : instruction.offset;
      if (!segmentEnds.has(code)) {
        continue;
      }
      segment.copy(bytes, copied, instruction.end);
      copied = instruction.end;
      if (cost > 0) {
        emitCharge(out, fuel, cost);
      }
      if (check || mayReachHost(instruction)) {
        emitCheck(out, fuel);
      }
      if (tailCalls.has(code)) {
        emitPoll(out);
      }
      out.copy(segment.bytes());
      segment.clear();
      cost = 0;
      check = code === op.loop;
    }
    return out.bytes();
  };
};
