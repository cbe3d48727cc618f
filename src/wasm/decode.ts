import { type Constants, readConstantExpression } from './constant-expression.ts';
import { type Instruction, newInstruction, readInstruction } from './instruction.ts';
import {
  type DataSegment,
  type ElementSegment,
  type Export,
  type ExternalKind,
  type GlobalType,
  type Import,
  type Section,
  type Span,
  sectionIds,
  type TableType,
  type WasmModule,
} from './module.ts';
import { immediates, op } from './opcodes.ts';
import { MalformedError, Reader } from './reader.ts';
import {
  type Bounds,
  type CompositeType,
  readBounds,
  readMutability,
  readRecursionGroup,
  readReferenceType,
  readValueType,
  type ValueType,
} from './types.ts';

const externalKinds: readonly ExternalKind[] = ['func', 'table', 'memory', 'global', 'tag'];

/** Place of each section in a module (core 3.0, binary/modules): tags before globals, the data count before code. */
const orderOf: Readonly<Record<number, number>> = {
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  13: 6,
  6: 7,
  7: 8,
  8: 9,
  9: 10,
  12: 11,
  10: 12,
  11: 13,
};

const vector = <T>(reader: Reader, minimum: number, item: () => T): T[] => {
  const count = reader.count(minimum);
  const items: T[] = [];
  for (let index = 0; index < count; index += 1) {
    items.push(item());
  }
  return items;
};

const readTableType = (reader: Reader): TableType => {
  const type = readReferenceType(reader);
  return { type, ...readBounds(reader, 'table') };
};

const readTable = (reader: Reader, constants: Constants): TableType => {
  if (reader.peek() !== 0x40) {
    return readTableType(reader);
  }
  reader.position += 1;
  const start = reader.position;
  if (reader.byte() !== 0) {
    throw new MalformedError('malformed table', start);
  }
  const type = readTableType(reader);
  readConstantExpression(reader, constants);
  return { ...type, initialised: true };
};

const readGlobalType = (reader: Reader): GlobalType => {
  const type = readValueType(reader);
  return { type, mutable: readMutability(reader) };
};

const readTag = (reader: Reader): number => {
  const start = reader.position;
  if (reader.byte() !== 0) {
    throw new MalformedError('malformed tag attribute', start);
  }
  return reader.u32();
};

const readKind = (reader: Reader, what: string): ExternalKind => {
  const start = reader.position;
  const kind = externalKinds[reader.byte()];
  if (kind === undefined) {
    throw new MalformedError(`malformed ${what} kind`, start);
  }
  return kind;
};

const readImport = (reader: Reader): Import => {
  const names = { module: reader.name(), name: reader.name() };
  const kind = readKind(reader, 'import');
  switch (kind) {
    case 'func':
      return { ...names, kind, type: reader.u32() };
    case 'table':
      return { ...names, kind, type: readTableType(reader) };
    case 'memory':
      return { ...names, kind, type: readBounds(reader, 'memory') };
    case 'global':
      return { ...names, kind, type: readGlobalType(reader) };
    case 'tag':
      return { ...names, kind, type: readTag(reader) };
  }
};

const readElementSegment = (reader: Reader, constants: Constants): ElementSegment => {
  const start = reader.position;
  const flags = reader.u32();
  if (flags > 7) {
    throw new MalformedError('malformed elements segment kind', start);
  }
  const passive = (flags & 1) !== 0;
  const explicit = (flags & 2) !== 0;
  const expressions = (flags & 4) !== 0;
  const table = !passive && explicit ? reader.u32() : 0;
  if (!passive) {
    readConstantExpression(reader, constants);
  }
  let type: ValueType = 'funcref';
  if (passive || explicit) {
    if (expressions) {
      type = readReferenceType(reader);
    } else if (reader.byte() !== 0) {
      throw new MalformedError('malformed element kind', reader.position - 1);
    }
  }
  const count = reader.count();
  for (let index = 0; index < count; index += 1) {
    if (expressions) {
      readConstantExpression(reader, constants);
    } else {
      reader.u32();
    }
  }
  return { mode: !passive ? 'active' : explicit ? 'declarative' : 'passive', table, type, count };
};

const readDataSegment = (reader: Reader, constants: Constants): DataSegment => {
  const start = reader.position;
  const flags = reader.u32();
  if (flags > 2) {
    throw new MalformedError('malformed data segment kind', start);
  }
  const memory = flags === 2 ? reader.u32() : 0;
  if (flags !== 1) {
    readConstantExpression(reader, constants);
  }
  const length = reader.u32();
  reader.skip(length);
  return { mode: flags === 1 ? 'passive' : 'active', memory, length };
};

const maxLocals = 0xffff_ffff;

/** Reads local declarations; returns how many locals there are, all of them counted, none of them made. */
export const readLocals = (reader: Reader): number => {
  const groups = reader.count(2);
  let total = 0;
  for (let index = 0; index < groups; index += 1) {
    const start = reader.position;
    total += reader.u32();
    if (total > maxLocals) {
      throw new MalformedError('too many locals', start);
    }
    readValueType(reader);
  }
  return total;
};

const opensBlock = (code: number): boolean =>
  code === op.block || code === op.loop || code === op.if || code === op.try || code === op.tryTable;

/** What a body uses that the format ties to other sections. */
interface BodyUse {
  needsDataCount: boolean;
}

/** Walks one body to its end; the format itself wants every block closed and nothing behind the last `end`. */
const checkBody = (reader: Reader, instruction: Instruction, use: BodyUse): void => {
  readLocals(reader);
  let depth = 1;
  while (depth > 0) {
    readInstruction(reader, instruction);
    const { code } = instruction;
    if (opensBlock(code)) {
      depth += 1;
    } else if (code === op.end || code === op.delegate) {
      depth -= 1;
    } else if (instruction.shape === immediates.dataMemory || instruction.shape === immediates.data) {
      use.needsDataCount = true;
    } else if (instruction.shape === immediates.typeData) {
      use.needsDataCount = true;
    }
  }
  if (!reader.done) {
    throw new MalformedError('END opcode expected: bytes behind the end of a body', reader.position);
  }
};

interface Builder extends Constants {
  sections: Section[];
  types: CompositeType[];
  imports: Import[];
  functions: number[];
  tables: TableType[];
  memories: Bounds[];
  tags: number[];
  globals: GlobalType[];
  exports: Export[];
  start: number | undefined;
  elements: ElementSegment[];
  dataCount: number | undefined;
  bodies: Span[];
  data: DataSegment[];
  customs: { name: string; content: Span }[];
}

const readCode = (reader: Reader, module: Builder): boolean => {
  const instruction = newInstruction();
  const use: BodyUse = { needsDataCount: false };
  module.bodies = vector(reader, 2, () => {
    const body = reader.slice(reader.u32(), 'a body');
    const span = { start: body.position, end: body.end };
    checkBody(body, instruction, use);
    return span;
  });
  return use.needsDataCount;
};

const readGlobals = (reader: Reader, module: Builder): void => {
  let index = module.imports.filter(({ kind }) => kind === 'global').length;
  module.globals = vector(reader, 4, () => {
    const type = readGlobalType(reader);
    const value = readConstantExpression(reader, module);
    if (value !== undefined) {
      module.numbers.set(index, value);
    }
    index += 1;
    return type;
  });
};

const readSection = (id: number, reader: Reader, module: Builder): boolean => {
  switch (id) {
    case sectionIds.type:
      module.types = vector(reader, 2, () => readRecursionGroup(reader)).flat();
      return false;
    case sectionIds.import:
      module.imports = vector(reader, 4, () => readImport(reader));
      return false;
    case sectionIds.function:
      module.functions = vector(reader, 1, () => reader.u32());
      return false;
    case sectionIds.table:
      module.tables = vector(reader, 3, () => readTable(reader, module));
      return false;
    case sectionIds.memory:
      module.memories = vector(reader, 2, () => readBounds(reader, 'memory'));
      return false;
    case sectionIds.tag:
      module.tags = vector(reader, 2, () => readTag(reader));
      return false;
    case sectionIds.global:
      readGlobals(reader, module);
      return false;
    case sectionIds.export:
      module.exports = vector(reader, 3, () => {
        const name = reader.name();
        const kind = readKind(reader, 'export');
        const start = reader.position;
        const index = reader.u32();
        if (kind === 'global') {
          module.globalUses.push({ span: { start, end: reader.position }, index });
        }
        return { name, kind, index };
      });
      return false;
    case sectionIds.start:
      module.start = reader.u32();
      return false;
    case sectionIds.element:
      module.elements = vector(reader, 2, () => readElementSegment(reader, module));
      return false;
    case sectionIds.dataCount:
      module.dataCount = reader.u32();
      return false;
    case sectionIds.code:
      return readCode(reader, module);
    case sectionIds.data:
      module.data = vector(reader, 2, () => readDataSegment(reader, module));
      return false;
    default:
      throw new MalformedError('malformed section id', reader.position);
  }
};

const magic = [0x00, 0x61, 0x73, 0x6d];
const version = [0x01, 0x00, 0x00, 0x00];

const expectBytes = (reader: Reader, expected: readonly number[], what: string): void => {
  for (const byte of expected) {
    if (reader.done) {
      throw new MalformedError(`unexpected end: ${what} not detected`, reader.position);
    }
    if (reader.byte() !== byte) {
      throw new MalformedError(`${what} not detected`, reader.position - 1);
    }
  }
};

/**
 * Decodes a core module (core 3.0, chapter binary format). It is well-formed afterwards; whether it is valid is for
 * an engine to say. Time and memory are linear in the bytes, whatever counts they claim.
 *
 * @throws {MalformedError} with the offset.
 */
export const decodeModule = (bytes: Uint8Array): WasmModule => {
  const reader = new Reader(bytes);
  expectBytes(reader, magic, 'magic header');
  expectBytes(reader, version, 'binary version');
  const module: Builder = {
    sections: [],
    types: [],
    imports: [],
    functions: [],
    tables: [],
    memories: [],
    tags: [],
    globals: [],
    exports: [],
    start: undefined,
    elements: [],
    dataCount: undefined,
    bodies: [],
    data: [],
    customs: [],
    globalUses: [],
    numbers: new Map(),
    constantOperators: new Set(),
    heapBytes: 0,
  };
  let last = 0;
  let needsDataCount = false;
  while (!reader.done) {
    const start = reader.position;
    const id = reader.byte();
    const content = reader.slice(reader.u32(), 'a section');
    const span = { start: content.position, end: content.end };
    module.sections.push({ id, content: span });
    if (id === sectionIds.custom) {
      module.customs.push({ name: content.name(), content: { start: content.position, end: content.end } });
      continue;
    }
    const order = orderOf[id];
    if (order === undefined) {
      throw new MalformedError('malformed section id', start);
    }
    if (order <= last) {
      throw new MalformedError('unexpected content after last section', start);
    }
    last = order;
    needsDataCount = readSection(id, content, module) || needsDataCount;
    if (!content.done) {
      throw new MalformedError('section size mismatch', content.position);
    }
  }
  if (module.functions.length !== module.bodies.length) {
    throw new MalformedError('function and code section have inconsistent lengths', bytes.length);
  }
  if (module.dataCount !== undefined && module.dataCount !== module.data.length) {
    throw new MalformedError('data count and data section have inconsistent lengths', bytes.length);
  }
  if (needsDataCount && module.dataCount === undefined) {
    throw new MalformedError('data count section required', bytes.length);
  }
  return { bytes, ...module };
};
