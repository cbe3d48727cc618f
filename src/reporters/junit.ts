import type { Builder, TestCase } from 'junit-report-builder';
import type { CaseResult, Report } from '../contract/report.ts';
import type { Reporter, ReporterContext } from '../contract/reporter.ts';
import { printable } from '../support/printable.ts';
import { longReason, reasonOf } from './text/explain-result.ts';

export const summary = 'for CI: JUnit XML as GitHub, GitLab and Jenkins read it';

const addVerdict = (testCase: TestCase, result: CaseResult): void => {
  const details = longReason(result).join('\n');
  const type = result.cause ?? result.verdict;
  switch (result.verdict) {
    case 'pass':
      return;
    case 'fail':
    case 'xpass':
      testCase.failure(reasonOf(result), type).stacktrace(details);
      return;
    case 'notrun':
    case 'harness-error':
      testCase.error(reasonOf(result), type, details);
      return;
    case 'xfail':
    case 'unsupported':
      testCase.skipped().standardOutput(details);
  }
};

/** Cases by suite, in the order of the report. */
const bySuite = (cases: readonly CaseResult[]): ReadonlyMap<string, readonly CaseResult[]> => {
  const suites = new Map<string, CaseResult[]>();
  for (const result of cases) {
    const suite = suites.get(result.suite) ?? [];
    suites.set(result.suite, suite);
    suite.push(result);
  }
  return suites;
};

const seconds = (milliseconds: number): number => Math.round(milliseconds) / 1000;

const toXml = async (report: Report): Promise<string> => {
  // The package is CommonJS with types of an ES module; at run time its default export is the builder itself.
  const { default: builders } = (await import('junit-report-builder')) as unknown as { default: Builder };
  const builder = builders.newBuilder().name(printable(`sandproof: ${report.host.name}`));
  for (const [name, cases] of bySuite(report.cases)) {
    const suite = builder
      .testSuite()
      .name(`sandproof.${name}`)
      .timestamp(new Date(report.environment.startedAt))
      .time(seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0)));
    for (const result of cases) {
      const testCase = suite
        .testCase()
        .className(`sandproof.${name}`)
        .name(printable(result.id))
        .time(seconds(result.durationMs));
      addVerdict(testCase, result);
    }
  }
  if (report.problems.length > 0) {
    const suite = builder.testSuite().name('sandproof.run');
    report.problems.forEach(({ kind, message }, index) => {
      suite
        .testCase()
        .className('sandproof.run')
        .name(`problem ${index + 1}`)
        .error(printable(message), kind);
    });
  }
  // The schema of Jenkins' xUnit plugin knows `skipped` for a suite, but not for all suites together.
  return builder.build().replace(/^(<testsuites[^>]*?) skipped="\d+"/m, '$1');
};

export const create = ({ write }: ReporterContext): Reporter => ({
  event: async (event) => {
    if (event.type === 'end') {
      await write(`${(await toXml(event.report)).trimEnd()}\n`);
    }
  },
});
