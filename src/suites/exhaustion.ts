import type { CaseRecord } from '../contract/record.ts';
import type { Check, Generator, Suite } from '../contract/suite.ts';
import { sectionIds } from '../wasm/module.ts';
import { op } from '../wasm/opcodes.ts';
import type { Writer } from '../wasm/writer.ts';
import { many } from './generators/many-of-a-kind.ts';
import {
  activeOffset,
  body,
  catchAllClause,
  catchClause,
  constant,
  emptyBody,
  expectSeven,
  functionType,
  i32Load8U,
  indexed,
  list,
  mostBytes,
  mostItems,
  nothing,
  page,
  probeOnly,
  read,
  seven,
  times,
  types,
  u32Max,
  vector,
  type Write,
} from './generators/probe-module.ts';

/** Modules that are small to send and dear to take, or too large to be written as text. */

/** Functions that each declare so many locals; the first uses its last one and calls the others. */
const locals: Generator = (given) => {
  const { count, groups, functions } = read(given, {
    count: { from: 1, to: u32Max },
    groups: { from: 1, to: 1000, otherwise: 1 },
    functions: { from: 1, to: 10_000, otherwise: 1 },
  });
  const declared = Array.from({ length: groups }, () => ({ count, type: types.i32 }));
  const last = Math.min(u32Max, count * groups) - 1;
  const probe = body((out) => {
    for (let index = 1; index < functions; index += 1) {
      indexed(out, op.call, index);
    }
    constant(out, seven);
    indexed(out, op.localSet, last);
    indexed(out, op.localGet, last);
    expectSeven(out);
  }, declared);
  const other = body(() => undefined, declared);
  return probeOnly(probe, {
    function: vector(functions, (out) => out.u32(0)),
    code: vector(functions, (out, index) => (index === 0 ? probe : other)(out)),
  }).finish();
};

const manyI32 = (count: number): readonly number[] => new Array<number>(count).fill(types.i32);

/** A function with so many parameters and results that the probe calls. Each result is the last parameter, which is 7. */
const signature: Generator = (given) => {
  const { params, results } = read(given, { params: { from: 1, to: 100_000 }, results: { from: 0, to: 100_000 } });
  return probeOnly(emptyBody, {
    type: list(nothing, functionType(manyI32(params), manyI32(results))),
    function: list(
      (out) => out.u32(0),
      (out) => out.u32(1),
    ),
    code: list(
      body((out) => {
        times(params, (index) => constant(out, index === params - 1 ? seven : 0));
        indexed(out, op.call, 1);
        times(results, () => expectSeven(out));
      }),
      body((out) => times(results, () => indexed(out, op.localGet, params - 1))),
    ),
  }).finish();
};

/** How a nested construct opens, and what closes it. */
const constructs: Readonly<Record<string, { readonly open: readonly number[]; readonly close: readonly number[] }>> = {
  block: { open: [op.block, types.empty], close: [op.end] },
  loop: { open: [op.loop, types.empty], close: [op.end] },
  if: { open: [op.i32Const, 1, op.if, types.empty], close: [op.end] },
  else: { open: [op.i32Const, 0, op.if, types.empty, op.else], close: [op.end] },
  // The legacy encoding: `try … catch_all … end`.
  try: { open: [op.try, types.empty], close: [op.catchAll, op.end] },
  'try-table': { open: [op.tryTable, types.empty, 1, catchAllClause, 0], close: [op.end] },
};

const nesting: Generator = (given) => {
  const { of, depth } = read(given, { depth: { from: 1, to: mostItems } }, { of: Object.keys(constructs) });
  const { open, close } = constructs[of] as (typeof constructs)[string];
  const opening = Uint8Array.from(open);
  const closing = Uint8Array.from(close);
  return probeOnly(
    body((out) => {
      times(depth, () => out.copy(opening));
      times(depth, () => out.copy(closing));
    }),
  ).finish();
};

/** `br_table`s of so many targets. The one that is taken goes on; all others, the default too, lead to `unreachable`. */
const branches: Generator = (given) => {
  const { targets, tables } = read(given, {
    targets: { from: 1, to: mostItems },
    tables: { from: 1, to: 1000, otherwise: 1 },
  });
  const openBlock = Uint8Array.of(op.block, types.empty);
  return probeOnly(
    body((out) =>
      times(tables, () => {
        out.copy(openBlock);
        out.copy(openBlock);
        constant(out, targets - 1);
        indexed(out, op.brTable, targets);
        times(targets + 1, (target) => out.byte(target === targets - 1 ? 1 : 0));
        out.byte(op.end);
        out.byte(op.unreachable);
        out.byte(op.end);
      }),
    ),
  ).finish();
};

/** One function of about so many bytes: constants that are dropped, or small blocks with many locals alive across them. */
const giantFunction: Generator = (given) => {
  const { of, bytes } = read(given, { bytes: { from: 100, to: mostBytes } }, { of: ['constants', 'blocks'] });
  const constantDropped = Uint8Array.of(op.f64Const, 0, 0, 0, 0, 0, 0, 0, 0, op.drop);
  const alive = 100;
  const constants: Write = (out) => {
    while (out.size < bytes) {
      out.copy(constantDropped);
    }
  };
  const blocks: Write = (out) => {
    for (let index = 0; out.size < bytes; index += 1) {
      indexed(out, op.localGet, (index * 7) % alive);
      out.byte(op.if);
      out.byte(types.empty);
      indexed(out, op.localGet, (index * 31) % alive);
      constant(out, index);
      out.byte(op.i32Mul);
      indexed(out, op.localSet, index % alive);
      out.byte(op.end);
    }
  };
  return probeOnly(body(of === 'blocks' ? blocks : constants, [{ count: alive, type: types.i32 }])).finish();
};

/** Equal recursion groups of structures, each of which refers to the next one of its group. */
const recursionGroups: Generator = (given) => {
  const { types: size, groups } = read(given, {
    types: { from: 1, to: mostItems },
    groups: { from: 1, to: 1000, otherwise: 1 },
  });
  return probeOnly(emptyBody, {
    type: vector(groups + 1, (out, group) => {
      if (group === 0) {
        nothing(out);
        return;
      }
      const first = 1 + (group - 1) * size;
      out.byte(types.rec);
      out.u32(size);
      for (let index = 0; index < size; index += 1) {
        out.copy(Uint8Array.of(types.struct, 1, types.nullable));
        out.signed(first + ((index + 1) % size));
        out.byte(0x00);
      }
    }),
  }).finish();
};

/** Structures, each a subtype of the one before. */
const subtypes: Generator = (given) => {
  const { depth } = read(given, { depth: { from: 1, to: mostItems } });
  return probeOnly(emptyBody, {
    type: vector(depth + 1, (out, index) => {
      if (index === 0) {
        nothing(out);
        return;
      }
      out.byte(types.sub);
      out.u32(index === 1 ? 0 : 1);
      if (index > 1) {
        out.u32(index - 1);
      }
      out.copy(Uint8Array.of(types.struct, 0));
    }),
  }).finish();
};

/** Active data segments of so many bytes that all go to the same place; the last one stays. */
const overlapping: Generator = (given) => {
  const { segments, bytes } = read(given, {
    segments: { from: 1, to: 100_000 },
    bytes: { from: 1, to: page },
  });
  if (segments * bytes > mostBytes) {
    throw new RangeError(`${segments} segments of ${bytes} bytes are more than ${mostBytes} bytes`);
  }
  return probeOnly(
    body((out) => {
      constant(out, bytes - 1);
      out.byte(i32Load8U);
      out.u32(0);
      out.u32(0);
      expectSeven(out);
    }),
    {
      memory: list((out) => out.copy(Uint8Array.of(0x00, 0x01))),
      data: vector(segments, (out, index) => {
        activeOffset(out, 0);
        out.block(new Uint8Array(bytes).fill(index === segments - 1 ? seven : index & 0x7f));
      }),
    },
  ).finish();
};

/** A module of exactly so many bytes, most of them in a custom section. */
const padded: Generator = (given) => {
  const { bytes } = read(given, { bytes: { from: 1000, to: mostBytes } });
  const out = probeOnly(emptyBody);
  // The length of the section is written in five bytes, whatever it is, so that every size can be met.
  const content = bytes - out.size - 6;
  out.byte(sectionIds.custom);
  for (let shift = 0; shift < 5; shift += 1) {
    out.byte((Math.floor(content / 2 ** (7 * shift)) & 0x7f) | (shift < 4 ? 0x80 : 0));
  }
  out.name('padding');
  out.copy(new Uint8Array(bytes - out.size));
  return out.finish();
};

/** Throws an exception with so many values and catches it; the probe looks at each. */
const payload: Generator = (given) => {
  const { of, values } = read(given, { values: { from: 1, to: 100_000 } }, { of: ['try-table', 'try'] });
  const allValues = 2;
  const throwAll = (out: Writer): void => {
    times(values, () => constant(out, seven));
    indexed(out, op.throw, 0);
  };
  const write: Readonly<Record<typeof of, Write>> = {
    'try-table': (out) => {
      out.byte(op.block);
      out.signed(allValues);
      out.copy(Uint8Array.of(op.tryTable, types.empty, 1, catchClause, 0, 0));
      throwAll(out);
      out.copy(Uint8Array.of(op.end, op.unreachable, op.end));
    },
    try: (out) => {
      out.byte(op.try);
      out.signed(allValues);
      throwAll(out);
      indexed(out, op.catch, 0);
      out.byte(op.end);
    },
  };
  return probeOnly(
    body((out) => {
      write[of](out);
      times(values, () => expectSeven(out));
    }),
    {
      type: list(nothing, functionType(manyI32(values), []), functionType([], manyI32(values))),
      tag: list((out) => {
        out.byte(0x00);
        out.u32(1);
      }),
    },
  ).finish();
};

const outputLimit = 64 * 1024;

/** The fixtures write more than 64 KiB under a limit of 64 KiB: no more comes back, and what is missing is not hidden. */
const outputWithinLimit: Check = ({ steps }: CaseRecord) =>
  steps.flatMap(({ variants }) =>
    variants.flatMap(({ answer }) => {
      if (answer.kind !== 'outcome' && answer.kind !== 'done') {
        return [];
      }
      const { log, truncated = false } = answer.output ?? {};
      const bytes = Buffer.from(log ?? '', 'base64').length;
      const isWhole = answer.kind === 'outcome' ? answer.outcome.kind === 'returned' : bytes > 0;
      return [
        ...(bytes > outputLimit ? [`${bytes} bytes of output came back; the limit is ${outputLimit}`] : []),
        ...(isWhole && !truncated ? ['output was cut off, and nothing says so'] : []),
      ];
    }),
  );

export const suite: Suite = {
  name: 'exhaustion',
  profile: 'core',
  title: 'Compile bombs, amplification and floods',
  protects:
    'Little bytes can cost much: a function type with ten thousand parameters, a hundred thousand nested blocks, a name for each ' +
    'import, a start function that writes for ever. A host that fails here can be stopped, or made to swap, by anyone who may ' +
    'send it a module, before a limit on the running guest means anything. The suite also holds hosts to their limits on output, ' +
    'on bytes copied in host calls and on re-entry, and to an account that a failure does not lose.',
  generators: {
    locals,
    many,
    signature,
    nesting,
    branches,
    'giant-function': giantFunction,
    'recursion-groups': recursionGroups,
    subtypes,
    overlapping,
    padded,
    payload,
  },
  checks: { 'output-within-64-kib': outputWithinLimit },
};
