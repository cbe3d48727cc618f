import fc from 'fast-check';
import { defaultCosts as cost } from '../../src/reference/meter/costs.ts';

/**
 * Small programs, what they do and what they cost by `metering@1`, both said by a plain interpreter that walks the
 * program a node at a time. The meter, which charges whole segments ahead, must come to the same.
 */

/** A statement over four i32 locals; `depth` of a branch counts enclosing blocks and loops from the inside. */
export type Statement =
  | { readonly kind: 'set'; readonly local: number; readonly value: number }
  | { readonly kind: 'add'; readonly local: number; readonly from: number }
  | { readonly kind: 'divide'; readonly local: number; readonly by: number }
  | { readonly kind: 'store'; readonly local: number }
  | { readonly kind: 'fill'; readonly bytes: number }
  | {
      readonly kind: 'if';
      readonly local: number;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  /** Runs its body a few times. */
  | { readonly kind: 'loop'; readonly times: number; readonly body: readonly Statement[] }
  | { readonly kind: 'branch-if'; readonly local: number }
  | { readonly kind: 'call'; readonly function: number }
  | { readonly kind: 'return-if'; readonly local: number }
  /** Throws and catches, so that the rest of a callee is never run. */
  | { readonly kind: 'try-call'; readonly function: number }
  | { readonly kind: 'throw-if'; readonly local: number };

/** Functions call only those before them, so every program ends. */
export interface Program {
  readonly functions: readonly (readonly Statement[])[];
}

const locals = 4;
/** Further locals, one for each nesting of loops. */
const counters = 4;

const statement = (callable: number): fc.Arbitrary<Statement> => {
  const local = fc.nat(locals - 1);
  const { statement: tied } = fc.letrec<{ statement: Statement; body: Statement[] }>((tie) => ({
    statement: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.record({ kind: fc.constant('set' as const), local, value: fc.integer({ min: -3, max: 3 }) }),
      fc.record({ kind: fc.constant('add' as const), local, from: local }),
      fc.record({ kind: fc.constant('divide' as const), local, by: fc.integer({ min: 1, max: 7 }) }),
      fc.record({ kind: fc.constant('store' as const), local }),
      fc.record({ kind: fc.constant('fill' as const), bytes: fc.nat(1000) }),
      fc.record({ kind: fc.constant('branch-if' as const), local }),
      fc.record({ kind: fc.constant('return-if' as const), local }),
      fc.record({ kind: fc.constant('throw-if' as const), local }),
      ...(callable === 0
        ? []
        : [
            fc.record({ kind: fc.constant('call' as const), function: fc.nat(callable - 1) }),
            fc.record({ kind: fc.constant('try-call' as const), function: fc.nat(callable - 1) }),
          ]),
      fc.record({ kind: fc.constant('if' as const), local, yes: tie('body'), no: tie('body') }),
      fc.record({ kind: fc.constant('block' as const), body: tie('body') }),
      fc.record({ kind: fc.constant('loop' as const), times: fc.integer({ min: 1, max: 4 }), body: tie('body') }),
    ),
    body: fc.array(tie('statement'), { maxLength: 4 }),
  }));
  return tied;
};

export const program: fc.Arbitrary<Program> = fc
  .tuple(
    fc.array(statement(0), { maxLength: 5 }),
    fc.array(statement(1), { maxLength: 6 }),
    fc.array(statement(2), { maxLength: 8 }),
  )
  .map((functions) => ({ functions }));

const textOf = (statements: readonly Statement[], loops: number, blocks: number): string =>
  statements.map((each) => text(each, loops, blocks)).join('\n');

const text = (each: Statement, loops: number, blocks: number): string => {
  switch (each.kind) {
    case 'set':
      return `(local.set ${each.local} (i32.const ${each.value}))`;
    case 'add':
      return `(local.set ${each.local} (i32.add (local.get ${each.local}) (local.get ${each.from})))`;
    case 'divide':
      return `(local.set ${each.local} (i32.div_s (local.get ${each.local}) (i32.const ${each.by})))`;
    case 'store':
      return `(i32.store (i32.const ${each.local * 4}) (local.get ${each.local}))`;
    case 'fill':
      return `(memory.fill (i32.const 64) (local.get 0) (i32.const ${each.bytes}))`;
    case 'if':
      return `(if (local.get ${each.local}) (then ${textOf(each.yes, loops, blocks + 1)}) (else ${textOf(each.no, loops, blocks + 1)}))`;
    case 'block':
      return `(block ${textOf(each.body, loops, blocks + 1)})`;
    case 'loop': {
      const counter = locals + (loops % counters);
      return `(local.set ${counter} (i32.const ${each.times}))
        (loop ${textOf(each.body, loops + 1, 0)}
          (local.set ${counter} (i32.sub (local.get ${counter}) (i32.const 1)))
          (br_if 0 (local.get ${counter})))`;
    }
    case 'branch-if':
      // Only out of blocks: a branch to a loop would begin it again for ever.
      return blocks > 0 ? `(br_if 0 (local.get ${each.local}))` : '(nop)';
    case 'call':
      return `(call $f${each.function})`;
    case 'return-if':
      return `(if (local.get ${each.local}) (then (return)))`;
    case 'throw-if':
      return `(if (local.get ${each.local}) (then (throw $t)))`;
    case 'try-call':
      return `(try (do (call $f${each.function})) (catch_all (nop)))`;
  }
};

const declared = '(local i32 i32 i32 i32 i32 i32 i32 i32)';

/** The program as a module; `run` runs its last function and swallows what it throws. */
export const toText = ({ functions }: Program): string => {
  const bodies = functions.map((body, index) => `(func $f${index} ${declared} ${textOf(body, 0, 0)})`);
  return `(module (memory (export "memory") 1) (tag $t) ${bodies.join('\n')}
    (func (export "run") (try (do (call $f${functions.length - 1})) (catch_all (nop)))))`;
};

const entry = cost.entry + Math.ceil((locals + counters) / 8) * cost.eightLocals;

/** How control leaves a statement. */
type Left = 'next' | 'block' | 'return' | 'throw';

/** What a program costs, counted an operator at a time, and the first bytes of its memory when it ends. */
export const interpret = ({ functions }: Program): { readonly fuel: bigint; readonly memory: readonly number[] } => {
  let fuel = 0;
  const memory = new DataView(new ArrayBuffer(16));
  const { plain, memoryAccess, division, call, bulk, throwing } = cost;

  const runAll = (statements: readonly Statement[], values: Int32Array, blocks: number): Left => {
    for (const each of statements) {
      const left = runOne(each, values, blocks);
      if (left !== 'next') {
        return left;
      }
    }
    return 'next';
  };

  const runFunction = (index: number): Left => {
    fuel += entry;
    const left = runAll(functions[index] ?? [], new Int32Array(locals), 0);
    return left === 'throw' ? 'throw' : 'next';
  };

  const runOne = (each: Statement, values: Int32Array, blocks: number): Left => {
    const value = 'local' in each ? (values[each.local] ?? 0) : 0;
    switch (each.kind) {
      case 'set':
        fuel += 2 * plain;
        values[each.local] = each.value;
        return 'next';
      case 'add':
        fuel += 4 * plain;
        values[each.local] = value + (values[each.from] ?? 0);
        return 'next';
      case 'divide':
        fuel += 3 * plain + division;
        values[each.local] = Math.trunc(value / each.by);
        return 'next';
      case 'store':
        fuel += 2 * plain + memoryAccess;
        memory.setInt32(each.local * 4, value, true);
        return 'next';
      case 'fill':
        fuel += 3 * plain + bulk + Math.floor(each.bytes / 64) * cost.sixtyFourBytes;
        return 'next';
      case 'if': {
        fuel += 2 * plain;
        const left = runAll(value !== 0 ? each.yes : each.no, values, blocks + 1);
        return left === 'block' ? 'next' : left;
      }
      case 'block': {
        const left = runAll(each.body, values, blocks + 1);
        return left === 'block' ? 'next' : left;
      }
      case 'loop': {
        fuel += 2 * plain;
        for (let round = 0; round < each.times; round += 1) {
          const left = runAll(each.body, values, 0);
          if (left !== 'next') {
            return left;
          }
          fuel += 6 * plain;
        }
        return 'next';
      }
      case 'branch-if':
        if (blocks === 0) {
          return 'next';
        }
        fuel += 2 * plain;
        return value !== 0 ? 'block' : 'next';
      case 'return-if':
        fuel += 2 * plain;
        if (value === 0) {
          return 'next';
        }
        fuel += plain;
        return 'return';
      case 'throw-if':
        fuel += 2 * plain;
        if (value === 0) {
          return 'next';
        }
        fuel += throwing;
        return 'throw';
      case 'call':
        fuel += call;
        return runFunction(each.function);
      case 'try-call':
        fuel += call;
        runFunction(each.function);
        return 'next';
    }
  };

  // `run` itself: no locals, one call.
  fuel += cost.entry + call;
  runFunction(functions.length - 1);
  return { fuel: BigInt(fuel), memory: [...new Uint8Array(memory.buffer)] };
};
