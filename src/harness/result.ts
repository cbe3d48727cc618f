import type { HostDescription } from '../contract/description.ts';
import type { Fixture } from '../contract/fixture.ts';
import type { PlannedCase } from '../contract/plan.ts';
import type { CaseRecord } from '../contract/record.ts';
import type { CaseResult, Observation } from '../contract/report.ts';
import type { Judgement } from '../contract/verdict.ts';
import { type Known, withKnown } from './expectations.ts';
import { declaresWeakness } from './requirements.ts';

/** Quotes a word for a shell, where it needs it. */
const quote = (word: string): string => (/^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The command that runs a case alone. */
export const reproCommand = (id: string, host: string): string =>
  `npx sandproof repro ${quote(id)} --host ${quote(host)}`;

const lineOf = (record: CaseRecord, step: number | undefined): { line?: number } => {
  const line = record.steps.find(({ index }) => index === step)?.step.line;
  return line === undefined || line === 0 ? {} : { line };
};

const observationsOf = (record: CaseRecord | undefined): Observation[] => {
  if (record === undefined) {
    return [];
  }
  const seen = record.violations.map(({ kind, message, step }) => ({
    kind,
    violation: true,
    message,
    ...lineOf(record, step),
  }));
  const { figures } = record;
  return figures === undefined
    ? seen
    : [
        ...seen,
        {
          kind: 'resident-memory',
          violation: false,
          message: `${Math.round(figures.before.residentBytes / 2 ** 20)} MiB before, ${Math.round(figures.after.residentBytes / 2 ** 20)} MiB after`,
        },
      ];
};

const joinMessages = (...messages: readonly (string | undefined)[]): { message?: string } => {
  const text = messages.filter((message) => message !== undefined).join('; ');
  return text === '' ? {} : { message: text };
};

const detailsOf = (judgement: Judgement): Partial<CaseResult> => {
  switch (judgement.verdict) {
    case 'fail':
      return {
        cause: judgement.cause,
        ...(judgement.outcome === undefined ? {} : { outcome: judgement.outcome }),
        ...(judgement.expected === undefined ? {} : { expected: judgement.expected }),
      };
    case 'unsupported':
      return { missing: [...judgement.missing] };
    default:
      return {};
  }
};

const messageIn = (judgement: Judgement): string | undefined => {
  switch (judgement.verdict) {
    case 'pass':
      return undefined;
    case 'unsupported':
      return `the host lacks ${judgement.missing.join(', ')}`;
    case 'notrun':
      return judgement.reason;
    default:
      return judgement.message;
  }
};

export interface ResultInput {
  readonly planned: PlannedCase;
  readonly fixture: Fixture;
  readonly judgement: Judgement;
  readonly record?: CaseRecord;
  readonly known?: Known;
  readonly host: { readonly name: string; readonly description: HostDescription };
  /** What else people should read, such as how reruns went. */
  readonly note?: string;
}

/** The entry of a case in the report. Pure. */
export const resultOf = (input: ResultInput): CaseResult => {
  const { planned, fixture, judgement, record, host } = input;
  const expected = withKnown(judgement, input.known);
  const excused =
    judgement.verdict === 'fail' &&
    fixture.weakness !== undefined &&
    declaresWeakness(fixture.weakness, host.description.declares);
  const place = 'line' in judgement && judgement.line ? `${fixture.file}:${judgement.line}` : undefined;
  const told = messageIn(judgement);
  return {
    id: planned.id,
    suite: planned.suite,
    title: planned.title,
    level: planned.level,
    verdict: expected.verdict,
    ...detailsOf(judgement),
    ...joinMessages(
      told !== undefined && place !== undefined ? `${told} (${place})` : told,
      input.note,
      expected.message,
    ),
    observations: observationsOf(record),
    ...(excused ? { weakness: fixture.weakness as string } : {}),
    durationMs: Math.round((record?.durationMs ?? 0) * 1000) / 1000,
    repro: reproCommand(planned.id, host.name),
  };
};
