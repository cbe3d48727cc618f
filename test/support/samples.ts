import {
  type Declares,
  descriptionSchema,
  type HostDescription,
  type HostDescriptionInput,
} from '../../src/contract/description.ts';
import type { Fixture } from '../../src/contract/fixture.ts';
import type { CaseResult, Environment, Report } from '../../src/contract/report.ts';
import { parseFixture } from '../../src/fixtures/parse.ts';
import { summarise } from '../../src/harness/summary.ts';

/** A host that has everything that the tests ask for; parts of it can be set. */
export const sampleHost = (
  changes: Partial<HostDescriptionInput> & { readonly declares?: Partial<Declares> } = {},
): HostDescription =>
  descriptionSchema.parse({
    protocol: 1,
    host: { name: 'sample', version: '1.2.3', engine: 'none', language: 'none', os: 'linux', arch: 'x64' },
    profiles: ['core'],
    features: ['typed-calls', 'group', 'output', 'references', 'simd', 'host-function:log'],
    limits: { memoryBytes: { supported: true }, fuel: { supported: true }, wallMs: { supported: true } },
    concurrency: 1,
    ...changes,
  });

/** A fixture from header lines (without `;;!`); what every header needs is filled in. */
export const sampleFixture = (id: string, ...lines: readonly string[]): Fixture => {
  const has = (key: string): boolean => lines.some((line) => line.startsWith(`${key} `) || line.startsWith(`${key}=`));
  const head = [
    ...(has('title') ? [] : [`title = "${id}"`]),
    ...(has('level') ? [] : ['level = "must"']),
    ...(has('spec') ? [] : ['spec = "none"']),
    ...lines,
  ];
  const text = `${head.map((line) => `;;! ${line}`).join('\n')}\n(module)\n`;
  const fixture = parseFixture({ id, file: `${id}.wat`, text }, () => '(module)');
  if (fixture === undefined) {
    throw new Error(`${id} has no header`);
  }
  return fixture;
};

export const sampleResult = (changes: Partial<CaseResult> = {}): CaseResult => ({
  id: 'memory/a',
  suite: 'memory',
  title: 'a title',
  level: 'must',
  verdict: 'pass',
  observations: [],
  durationMs: 1,
  repro: 'npx sandproof repro memory/a --host sample',
  ...changes,
});

export const sampleEnvironment: Environment = {
  sandproof: '0.0.0',
  node: 'v20.0.0',
  os: 'linux',
  arch: 'x64',
  cpus: 2,
  startedAt: '2026-01-02T03:04:05.678Z',
  durationMs: 1234,
  workers: 2,
  graceMs: 2000,
  observed: ['answers'],
  notObserved: [],
};

export const sampleReport = (cases: readonly CaseResult[], changes: Partial<Report> = {}): Report => {
  const description = sampleHost();
  const problems = changes.problems ?? [];
  return {
    schema: 'sandproof/report@1',
    plan: { digest: 'd'.repeat(64), cases: cases.length, selection: [] },
    host: { name: 'sample', description },
    environment: sampleEnvironment,
    cases: [...cases],
    summary: summarise(cases, description, problems, false),
    problems: [],
    ...changes,
  };
};
