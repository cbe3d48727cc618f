import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HostDescription } from '../../../src/contract/description.ts';
import type { SingleStep } from '../../../src/contract/fixture.ts';
import { limitResources, type Outcome, phases, trapCodes } from '../../../src/contract/outcome.ts';
import type { CaseRecord, StepAnswer, Violation } from '../../../src/contract/record.ts';
import { verdicts } from '../../../src/contract/verdict.ts';
import { judge } from '../../../src/harness/judge.ts';
import type { MatchContext } from '../../../src/harness/match.ts';
import { sampleFixture, sampleHost } from '../../support/samples.ts';

const stepWith = (expect_: string, kind = 'call = "f"'): SingleStep => {
  const fixture = sampleFixture('memory/a', '[[step]]', kind, `expect = ${expect_}`);
  return fixture.steps.at(-1) as SingleStep;
};

const context = (changes: Partial<MatchContext> = {}, host: HostDescription = sampleHost()): MatchContext => ({
  description: host,
  aspect: 'class',
  fuelFor: (iterations) => BigInt(iterations * 4),
  ...changes,
});

const recordOf = (step: SingleStep, answer: StepAnswer, violations: readonly Violation[] = []): CaseRecord => ({
  steps: [{ step, index: 0, elapsedMs: 1, variants: [{ answer, count: 1, first: 0 }] }],
  violations,
  durationMs: 1,
});

const said = (outcome: Outcome): StepAnswer => ({ kind: 'outcome', outcome });
const trapped = (code: Extract<Outcome, { kind: 'trapped' }>['code'], phase: 'call' | 'start' = 'call'): StepAnswer =>
  said({ kind: 'trapped', phase, code });

const verdictFor = (
  expectation: string,
  answer: StepAnswer,
  changes: Partial<MatchContext> = {},
  host?: HostDescription,
): string => judge(recordOf(stepWith(expectation), answer), context(changes, host)).verdict;

describe('judging an outcome', () => {
  test.each<readonly [string, StepAnswer, string]>([
    [
      '{ returned = ["i32:-1"] }',
      said({ kind: 'returned', phase: 'call', values: [{ type: 'i32', value: '4294967295' }] }),
      'pass',
    ],
    [
      '{ returned = ["i32:-1"] }',
      said({ kind: 'returned', phase: 'call', values: [{ type: 'i32', value: '1' }] }),
      'fail',
    ],
    ['{ returned = ["i32:1"] }', said({ kind: 'returned', phase: 'call', values: [] }), 'fail'],
    ['{ returned = "*" }', said({ kind: 'returned', phase: 'call', values: [{ any: 1 }] }), 'pass'],
    ['{ trapped = "unreachable" }', trapped('unreachable'), 'pass'],
    ['{ trapped = "unreachable" }', trapped('cast-failure'), 'pass'],
    ['{ trapped = "unreachable" }', said({ kind: 'limit', phase: 'call', resource: 'fuel' }), 'fail'],
    ['{ trapped = "unreachable" }', trapped('unreachable', 'start'), 'fail'],
    ['{ limit = "memory" }', said({ kind: 'limit', phase: 'call', resource: 'memory' }), 'pass'],
    ['{ limit = ["memory", "table"] }', said({ kind: 'limit', phase: 'call', resource: 'table' }), 'pass'],
    ['{ limit = "memory" }', said({ kind: 'limit', phase: 'call', resource: 'table' }), 'fail'],
    ['{ rejected = "call", reason = "closed" }', said({ kind: 'rejected', phase: 'call', reason: 'closed' }), 'pass'],
    ['{ rejected = "call", reason = "closed" }', said({ kind: 'rejected', phase: 'call', reason: 'busy' }), 'fail'],
    ['{ denied = "*" }', said({ kind: 'denied', phase: 'call', capability: 'storage' }), 'pass'],
    ['{ denied = "file-read" }', said({ kind: 'denied', phase: 'call', capability: 'storage' }), 'fail'],
    ['{ threw = true }', said({ kind: 'threw', phase: 'call' }), 'pass'],
    ['{ exited = 3 }', said({ kind: 'exited', phase: 'call', exitCode: 3 }), 'pass'],
    ['{ exited = 3 }', said({ kind: 'exited', phase: 'call', exitCode: 4 }), 'fail'],
    ['{ contained = true }', trapped('unreachable'), 'pass'],
    ['{ contained = true }', said({ kind: 'host-error' }), 'fail'],
    ['{ any = [ { returned = [] }, { trapped = "*" } ] }', trapped('unreachable'), 'pass'],
    ['{ returned = "*" }', said({ kind: 'host-error' }), 'fail'],
  ])('%s against %j is %s', (expectation, answer, verdict) => {
    expect(verdictFor(expectation, answer)).toBe(verdict);
  });

  test('a code counts where the code is judged, mergers of the host included', () => {
    const code = { aspect: 'code' as const };
    expect(verdictFor('{ trapped = "unreachable" }', trapped('cast-failure'), code)).toBe('fail');
    const merging = sampleHost({
      declares: { trapMerging: [['uninitialized-element', 'indirect-call-type-mismatch']] },
    });
    expect(verdictFor('{ trapped = "uninitialized-element" }', trapped('indirect-call-type-mismatch'), code)).toBe(
      'fail',
    );
    expect(
      verdictFor('{ trapped = "uninitialized-element" }', trapped('indirect-call-type-mismatch'), code, merging),
    ).toBe('pass');
    expect(verdictFor('{ trapped = "uninitialized-element" }', trapped('table-out-of-bounds'), code, merging)).toBe(
      'fail',
    );
  });

  test('a right answer in the wrong phase is wrong, but for phases that the host cannot tell apart', () => {
    const step = stepWith('{ rejected = "decode" }', 'instantiate = "main"');
    const answer = said({ kind: 'rejected', phase: 'validate' });
    const merging = sampleHost({ declares: { phaseMerging: [['decode', 'validate']] } });
    expect(judge(recordOf(step, answer), context()).verdict).toBe('fail');
    expect(judge(recordOf(step, answer), context({}, merging)).verdict).toBe('pass');
  });

  test('the budget of the case is the one that must end', () => {
    const fuel = said({ kind: 'limit', phase: 'call', resource: 'fuel' });
    expect(verdictFor('{ limit = "cpu" }', fuel, { mechanism: 'fuel' })).toBe('pass');
    expect(verdictFor('{ limit = "cpu" }', fuel, { mechanism: 'time' })).toBe('fail');
    expect(verdictFor('{ limit = "cpu" }', fuel)).toBe('pass');
  });

  test('alternatives hold only where their condition does', () => {
    const expectation =
      '{ any = [ { returned = [], when = { afterTrap = "usable" } }, { rejected = "call", when = { afterTrap = "poisoned" } } ] }';
    const returned = said({ kind: 'returned', phase: 'call', values: [] });
    expect(verdictFor(expectation, returned)).toBe('pass');
    expect(verdictFor(expectation, returned, {}, sampleHost({ declares: { afterTrap: 'poisoned' } }))).toBe('fail');
  });
});

describe('judging unsupported', () => {
  const unsupported = (feature: string): StepAnswer => said({ kind: 'unsupported', feature });

  test.each([
    ['limit:memoryBytes', 'fail'],
    ['limit:stackBytes', 'unsupported'],
    ['grant:file-read', 'unsupported'],
    ['op:inspect', 'unsupported'],
    ['op:call', 'fail'],
    ['simd', 'fail'],
    ['gc', 'unsupported'],
    ['wasi-p1', 'unsupported'],
  ])('%s is %s', (feature, verdict) => {
    expect(verdictFor('{ returned = "*" }', unsupported(feature))).toBe(verdict);
  });
});

describe('judging what the kit saw', () => {
  const returned = said({ kind: 'returned', phase: 'call', values: [] });
  const step = stepWith('{ returned = [] }');
  const seen = (kind: Violation['kind']): Violation => ({ kind, message: 'seen' });

  test.each([
    ['late', 'observation'],
    ['sibling', 'observation'],
    ['leak', 'observation'],
    ['canary-file', 'escape'],
    ['canary-port', 'escape'],
    ['canary-token', 'escape'],
  ] as const)('%s beside a right outcome is a failure by %s', (kind, cause) => {
    expect(judge(recordOf(step, returned, [seen(kind)]), context())).toMatchObject({ verdict: 'fail', cause });
  });

  test('a wrong outcome says more than an observation, an end of the host more than both', () => {
    const wrong = recordOf(step, said({ kind: 'threw', phase: 'call' }), [seen('late')]);
    expect(judge(wrong, context())).toMatchObject({ cause: 'outcome' });
    const ended: StepAnswer = { kind: 'host-crash', detail: 'gone', started: true };
    const both: CaseRecord = {
      ...wrong,
      steps: [...wrong.steps, { step, index: 1, elapsedMs: 0, variants: [{ answer: ended, count: 1, first: 0 }] }],
    };
    expect(judge(both, context())).toMatchObject({ cause: 'host-crash' });
  });

  test('says whether the guest was under way when a host hung', () => {
    const hang = (started: boolean): string => {
      const judged = judge(recordOf(step, { kind: 'host-hang', afterMs: 100, started }), context());
      return judged.verdict === 'fail' ? judged.message : '';
    };
    expect(hang(true)).toContain('with the guest under way');
    expect(hang(false)).toContain('no sign that the host read the request');
  });

  test('the code of a trap is not judged by observations', () => {
    expect(judge(recordOf(step, returned, [seen('late')]), context({ aspect: 'code' })).verdict).toBe('pass');
  });
});

describe('details beside the outcome', () => {
  const withDetails = (expectation: string, details: object): string =>
    judge(
      recordOf(stepWith(expectation), {
        ...said({ kind: 'returned', phase: 'call', values: [] }),
        ...details,
      } as StepAnswer),
      context(),
    ).verdict;
  const log = (text: string) => ({ output: { log: Buffer.from(text).toString('base64'), truncated: false } });

  test.each([
    ['{ returned = [], output = { log = "hi" } }', log('hi'), 'pass'],
    ['{ returned = [], output = { log = "hi" } }', log('ho'), 'fail'],
    ['{ returned = [], output = { log = "hi" } }', {}, 'fail'],
    ['{ returned = [], state = "idle" }', { usage: { state: 'idle' } }, 'pass'],
    ['{ returned = [], state = "idle" }', { usage: { state: 'closed' } }, 'fail'],
    ['{ returned = [], state = "idle" }', {}, 'unsupported'],
    ['{ returned = [], usage = { memory = { max = "1KiB" } } }', { usage: { memoryBytes: 1024 } }, 'pass'],
    ['{ returned = [], usage = { memory = { max = "1KiB" } } }', { usage: { memoryBytes: 1025 } }, 'fail'],
    ['{ returned = [], usage = { fuel-left = { is = 0 } } }', { usage: { fuelLeft: '0' } }, 'pass'],
    ['{ returned = [], usage = { fuel-left = { is = 0 } } }', { usage: { fuelLeft: '18446744073709551615' } }, 'fail'],
    ['{ returned = [], usage = { fuel-used = { min = "calibrated:10" } } }', { usage: { fuelUsed: '40' } }, 'pass'],
    ['{ returned = [], usage = { fuel-used = { min = "calibrated:10" } } }', { usage: { fuelUsed: '39' } }, 'fail'],
    ['{ returned = [], usage = { fuel-used = { min = 1 } } }', {}, 'unsupported'],
  ])('%s with %j is %s', (expectation, details, verdict) => {
    expect(withDetails(expectation, details)).toBe(verdict);
  });
});

describe('judge', () => {
  const outcome: fc.Arbitrary<Outcome> = fc.oneof(
    fc.record({
      kind: fc.constant('returned' as const),
      phase: fc.constantFrom(...phases),
      values: fc.array(fc.jsonValue()),
    }),
    fc.record({
      kind: fc.constant('trapped' as const),
      phase: fc.constantFrom(...phases),
      code: fc.constantFrom(...trapCodes),
    }),
    fc.record({
      kind: fc.constant('limit' as const),
      phase: fc.constantFrom(...phases),
      resource: fc.constantFrom(...limitResources),
    }),
    fc.record({ kind: fc.constant('rejected' as const), phase: fc.constantFrom(...phases), reason: fc.string() }),
    fc.record({ kind: fc.constant('unsupported' as const), feature: fc.string() }),
    fc.record({ kind: fc.constant('host-error' as const) }),
    fc.record({ kind: fc.constant('exited' as const), phase: fc.constantFrom(...phases), exitCode: fc.nat() }),
  );
  const answer: fc.Arbitrary<StepAnswer> = fc.oneof(
    fc.constant<StepAnswer>({ kind: 'done' }),
    outcome.map((each): StepAnswer => ({ kind: 'outcome', outcome: each })),
    fc.record({ kind: fc.constant('host-hang' as const), afterMs: fc.nat(), started: fc.boolean() }),
    fc.record({ kind: fc.constant('host-crash' as const), detail: fc.string(), started: fc.boolean() }),
    fc.record({ kind: fc.constant('protocol-error' as const), detail: fc.string() }),
    fc.record({ kind: fc.constant('skipped' as const), reason: fc.string() }),
  );
  const steps = [
    stepWith('{ returned = ["i32:1"] }'),
    stepWith('{ trapped = "unreachable" }'),
    stepWith('{ any = [ { contained = true }, { done = true } ] }'),
    stepWith('{ rejected = "decode" }', 'instantiate = "main"'),
    stepWith('{ limit = "cpu", usage = { fuel-left = { max = 0 } } }'),
  ];

  test('has a verdict for every record', () => {
    const record = fc.array(fc.tuple(fc.constantFrom(...steps), answer), { maxLength: 6 }).map(
      (list): CaseRecord => ({
        steps: list.map(([step, each], index) => ({
          step,
          index,
          elapsedMs: 0,
          variants: [{ answer: each, count: 1, first: 0 }],
        })),
        violations: [],
        durationMs: 0,
      }),
    );
    fc.assert(
      fc.property(record, fc.constantFrom('class' as const, 'code' as const), (each, aspect) => {
        expect(verdicts).toContain(judge(each, context({ aspect })).verdict);
      }),
      { numRuns: 2000 },
    );
  });

  test('never passes a record in which the host failed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...steps), outcome, (step, each) => {
        const judged = judge(recordOf(step, { kind: 'outcome', outcome: each }), context());
        expect(each.kind === 'host-error' && judged.verdict === 'pass').toBe(false);
      }),
    );
  });
});
