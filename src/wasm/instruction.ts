import { immediates, isPrefix, prefixed, shapeBehind, shapeOf } from './opcodes.ts';
import { MalformedError, type Reader } from './reader.ts';
import { readHeapType, readValueType } from './types.ts';

/**
 * One decoded operator. The same object is filled again and again: a walk over a module makes no garbage.
 * `first` and `second` hold what the shape says: indices of functions, types, globals, memories and the like.
 */
export interface Instruction {
  /** Offset of the operator's first byte. */
  offset: number;
  /** Offset behind the last immediate. */
  end: number;
  /** Code of the operator, prefix included (see `opcodes.ts`). */
  code: number;
  /** Shape of its immediates. */
  shape: number;
  first: number;
  second: number;
}

/** An empty instruction, to be filled by {@link readInstruction}. */
export const newInstruction = (): Instruction => ({ offset: 0, end: 0, code: 0, shape: 0, first: 0, second: 0 });

const readCode = (reader: Reader, into: Instruction): void => {
  const byte = reader.byte();
  if (!isPrefix(byte)) {
    into.code = byte;
    into.shape = shapeOf(byte);
    return;
  }
  const subcode = reader.u32();
  into.code = prefixed(byte, subcode);
  into.shape = shapeBehind(byte, subcode);
};

/** Alignment, memory and offset. The memory's index lands in `first`, 0 where it is not written. */
const readMemArg = (reader: Reader, into: Instruction): void => {
  const start = reader.position;
  const flags = reader.u32();
  if (flags >= 0x80) {
    throw new MalformedError('malformed memop flags', start);
  }
  into.first = (flags & 0x40) !== 0 ? reader.u32() : 0;
  reader.u64();
};

const readBlockType = (reader: Reader, into: Instruction): void => {
  const byte = reader.peek();
  if (byte === 0x40) {
    reader.position += 1;
    into.first = -1;
    return;
  }
  if (byte !== undefined && byte >= 0x40 && byte < 0x80) {
    readValueType(reader);
    into.first = -1;
    return;
  }
  const start = reader.position;
  into.first = reader.s33();
  if (into.first < 0) {
    throw new MalformedError('malformed block type', start);
  }
};

const readCatches = (reader: Reader, into: Instruction): void => {
  const count = reader.count(2);
  for (let index = 0; index < count; index += 1) {
    const start = reader.position;
    const kind = reader.byte();
    if (kind > 3) {
      throw new MalformedError('malformed catch clause', start);
    }
    if (kind < 2) {
      reader.u32();
    }
    reader.u32();
  }
  into.second = count;
};

const readImmediates = (reader: Reader, into: Instruction): void => {
  switch (into.shape) {
    case immediates.none:
      return;
    case immediates.local:
    case immediates.label:
    case immediates.func:
    case immediates.global:
    case immediates.type:
    case immediates.tag:
    case immediates.table:
    case immediates.memory:
    case immediates.data:
    case immediates.elem:
      into.first = reader.u32();
      return;
    case immediates.memArg:
      readMemArg(reader, into);
      return;
    case immediates.i32:
      into.first = reader.s32();
      return;
    case immediates.i64:
      reader.s64();
      return;
    case immediates.f32:
      reader.skip(4);
      return;
    case immediates.f64:
      reader.skip(8);
      return;
    case immediates.blockType:
      readBlockType(reader, into);
      return;
    case immediates.labels: {
      const count = reader.count();
      for (let index = 0; index <= count; index += 1) {
        reader.u32();
      }
      into.first = count;
      return;
    }
    case immediates.typeTable:
    case immediates.dataMemory:
    case immediates.memoryMemory:
    case immediates.elemTable:
    case immediates.tableTable:
    case immediates.typeField:
    case immediates.typeCount:
    case immediates.typeData:
    case immediates.typeElem:
    case immediates.typeType:
      into.first = reader.u32();
      into.second = reader.u32();
      return;
    case immediates.heapType:
      readHeapType(reader);
      return;
    case immediates.types: {
      const count = reader.count();
      for (let index = 0; index < count; index += 1) {
        readValueType(reader);
      }
      into.first = count;
      return;
    }
    case immediates.bytes16:
      reader.skip(16);
      return;
    case immediates.lane:
      into.first = reader.byte();
      return;
    case immediates.memArgLane:
      readMemArg(reader, into);
      into.second = reader.byte();
      return;
    case immediates.castBranch: {
      const start = reader.position;
      if (reader.byte() > 3) {
        throw new MalformedError('malformed cast flags', start);
      }
      into.first = reader.u32();
      readHeapType(reader);
      readHeapType(reader);
      return;
    }
    case immediates.tryTable:
      readBlockType(reader, into);
      readCatches(reader, into);
      return;
    case immediates.zero: {
      const start = reader.position;
      if (reader.byte() !== 0) {
        throw new MalformedError('zero byte expected', start);
      }
      return;
    }
    default:
      throw new MalformedError('illegal opcode', into.offset);
  }
};

/** Reads the next operator with its immediates. Throws {@link MalformedError} for what the format does not know. */
export const readInstruction = (reader: Reader, into: Instruction): void => {
  into.offset = reader.position;
  readCode(reader, into);
  readImmediates(reader, into);
  into.end = reader.position;
};
