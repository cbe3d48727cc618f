import type { CaseRecord, StepRecord } from '../contract/record.ts';
import type { Check, Generator, Suite } from '../contract/suite.ts';
import { op } from '../wasm/opcodes.ts';
import { Writer } from '../wasm/writer.ts';

const i32 = 0x7f;
const func = 0x60;
const noResult = 0x40;
const pageBytes = 65_536;

/** A whole number in a range, out of a header's parameters. */
const count = (parameters: Readonly<Record<string, unknown>>, name: string, max: number): number => {
  const value = parameters[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1 || value > max) {
    throw new Error(`'${name}' must be a whole number from 1 to ${max}, not ${JSON.stringify(value)}`);
  }
  const others = Object.keys(parameters).filter((key) => key !== name);
  if (others.length > 0) {
    throw new Error(`unknown parameter '${others[0]}'; there is only '${name}'`);
  }
  return value;
};

const written = (write: (out: Writer) => void): Writer => {
  const out = new Writer();
  write(out);
  return out;
};

const bytes = (out: Writer, ...values: readonly number[]): void => out.copy(Uint8Array.from(values));

/** A module of sections by id, in the order in which they are given. */
const moduleOf = (sections: readonly (readonly [id: number, content: (out: Writer) => void])[]): Uint8Array => {
  const out = new Writer();
  bytes(out, 0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
  for (const [id, content] of sections) {
    out.section(id, written(content));
  }
  return out.finish();
};

const section = {
  type: 1,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  element: 9,
  dataCount: 12,
  code: 10,
  data: 11,
};

const exported = (out: Writer, name: string, index: number): void => {
  out.name(name);
  bytes(out, 0x00, index);
};

/** A body without locals; the `end` is added. */
const body = (out: Writer, write: (code: Writer) => void): void => {
  const code = written((inner) => {
    inner.u32(0);
    write(inner);
    inner.byte(op.end);
  });
  out.block(code.bytes());
};

/** `loop … br_if 0 (i32.const 1) end`. */
const forever = (out: Writer, write: (code: Writer) => void): void => {
  bytes(out, op.loop, noResult);
  write(out);
  bytes(out, op.i32Const, 1, op.brIf, 0, op.end);
};

const number = (out: Writer, value: number): void => {
  out.byte(op.i32Const);
  out.signed(value);
};

/** `op.memoryInit` and its kind, which stand behind a prefix byte. */
const prefixedOperator = (out: Writer, code: number, ...immediates: readonly number[]): void =>
  bytes(out, Math.floor(code / 0x1000), code % 0x1000, ...immediates);

/**
 * `run` counts a round in a global and then passes `operators` operators without a branch, forever; `few` says whether
 * there were at most two rounds.
 */
const straightLine: Generator = (parameters) => {
  const operators = count(parameters, 'operators', 2_000_000);
  return moduleOf([
    [section.type, (out) => bytes(out, 2, func, 0, 0, func, 0, 1, i32)],
    [section.function, (out) => bytes(out, 2, 0, 1)],
    [section.global, (out) => bytes(out, 2, i32, 1, op.i32Const, 0, op.end, i32, 1, op.i32Const, 1, op.end)],
    [
      section.export,
      (out) => {
        out.u32(2);
        exported(out, 'run', 0);
        exported(out, 'few', 1);
      },
    ],
    [
      section.code,
      (out) => {
        out.u32(2);
        body(out, (code) => {
          bytes(code, op.loop, noResult);
          bytes(code, op.globalGet, 0, op.i32Const, 1, op.i32Add, op.globalSet, 0);
          // Multiplies a global by itself, four operators at a time; nothing of it can be computed ahead.
          for (let done = 0; done < operators; done += 4) {
            bytes(code, op.globalGet, 1, op.globalGet, 0, op.i32Mul, op.globalSet, 1);
          }
          bytes(code, op.i32Const, 1, op.brIf, 0, op.end);
        });
        body(out, (code) => bytes(code, op.i32Const, 3, op.globalGet, 0, op.i32GtU));
      },
    ],
  ]);
};

/** `run` copies a passive segment of `bytes` bytes into memory, forever. */
const memoryInitLoop: Generator = (parameters) => {
  const length = count(parameters, 'bytes', 16 * 2 ** 20);
  return moduleOf([
    [section.type, (out) => bytes(out, 1, func, 0, 0)],
    [section.function, (out) => bytes(out, 1, 0)],
    [
      section.memory,
      (out) => {
        bytes(out, 1, 0);
        out.u32(Math.ceil(length / pageBytes));
      },
    ],
    [
      section.export,
      (out) => {
        out.u32(1);
        exported(out, 'run', 0);
      },
    ],
    [section.dataCount, (out) => out.u32(1)],
    [
      section.code,
      (out) => {
        out.u32(1);
        body(out, (code) =>
          forever(code, (inner) => {
            number(inner, 0);
            number(inner, 0);
            number(inner, length);
            prefixedOperator(inner, op.memoryInit, 0, 0);
          }),
        );
      },
    ],
    [
      section.data,
      (out) => {
        bytes(out, 1, 1);
        out.block(new Uint8Array(length).fill(7));
      },
    ],
  ]);
};

/** `run` copies a passive segment of `elements` functions into a table, forever. */
const tableInitLoop: Generator = (parameters) => {
  const length = count(parameters, 'elements', 1_000_000);
  return moduleOf([
    [section.type, (out) => bytes(out, 1, func, 0, 0)],
    [section.function, (out) => bytes(out, 1, 0)],
    [
      section.table,
      (out) => {
        bytes(out, 1, 0x70, 0);
        out.u32(length);
      },
    ],
    [
      section.export,
      (out) => {
        out.u32(1);
        exported(out, 'run', 0);
      },
    ],
    [
      section.element,
      (out) => {
        bytes(out, 1, 1, 0);
        out.u32(length);
        out.copy(new Uint8Array(length));
      },
    ],
    [
      section.code,
      (out) => {
        out.u32(1);
        body(out, (code) =>
          forever(code, (inner) => {
            number(inner, 0);
            number(inner, 0);
            number(inner, length);
            prefixedOperator(inner, op.tableInit, 0, 0);
          }),
        );
      },
    ],
  ]);
};

/** A memory, and an active segment of `bytes` bytes. */
const activeData: Generator = (parameters) => {
  const length = count(parameters, 'bytes', 16 * 2 ** 20);
  return moduleOf([
    [
      section.memory,
      (out) => {
        bytes(out, 1, 0);
        out.u32(Math.ceil(length / pageBytes));
      },
    ],
    [
      section.data,
      (out) => {
        bytes(out, 1, 0, op.i32Const, 0, op.end);
        out.block(new Uint8Array(length).fill(7));
      },
    ],
  ]);
};

/** Answers that came, by step. */
const answered = ({ steps }: CaseRecord): readonly StepRecord[] =>
  steps.filter(({ variants }) => variants.some(({ answer }) => answer.kind === 'done' || answer.kind === 'outcome'));

/** How long a cancelled call may take to end, in milliseconds: far less than anybody waits for a host that hangs. */
const promptMs = 1000;

const answeredPromptly: Check = (record) =>
  answered(record).flatMap(({ step, elapsedMs }) =>
    elapsedMs > promptMs
      ? [`${step.op} was answered after ${Math.round(elapsedMs)} ms; a cancelled call ends at once`]
      : [],
  );

/** What a call costs that does no work, in milliseconds: the pipe and the scheduler. */
const callOverheadMs = 5;
const priceFactor = 10;

const pricesWithinTenTimes: Check = (record) => {
  const calls = answered(record).flatMap(({ step, elapsedMs }) =>
    step.op === 'call' && step.on !== 'warm-up' ? [{ name: step.export, elapsedMs }] : [],
  );
  const plain = Math.min(...calls.flatMap(({ name, elapsedMs }) => (name === 'add' ? [elapsedMs] : [])));
  return plain === Number.POSITIVE_INFINITY
    ? []
    : calls.flatMap(({ name, elapsedMs }) =>
        elapsedMs > priceFactor * plain + callOverheadMs
          ? [`the fuel for ${Math.round(plain)} ms of additions lasts ${Math.round(elapsedMs)} ms of '${name}'`]
          : [],
      );
};

export const suite: Suite = {
  name: 'cpu',
  profile: 'core',
  title: 'CPU budgets, deadlines and cancellation',
  protects:
    'One guest that never ends takes the processor from everybody. A host that fails here can be stopped by a loop ' +
    'that its checks do not see, by work that costs nothing, or by a guest that waits; or it ends the wrong guest, ends ' +
    'it too early, or lets it go on after the budget is spent. Users then see requests that hang, neighbours that fail ' +
    'without a reason, and bills that nobody can explain.',
  generators: {
    'straight-line': straightLine,
    'memory-init-loop': memoryInitLoop,
    'table-init-loop': tableInitLoop,
    'active-data': activeData,
  },
  checks: {
    'answered-promptly': answeredPromptly,
    'prices-within-ten-times': pricesWithinTenTimes,
  },
};
