import type { CaseResult, Report } from '../contract/report.ts';
import type { Reporter, ReporterContext } from '../contract/reporter.ts';
import type { Verdict } from '../contract/verdict.ts';
import { printable, printableJson } from '../support/printable.ts';
import { longReason, reasonOf } from './text/explain-result.ts';

export const summary = 'for dashboards: Common Test Report Format, JSON';

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** The format's word for each verdict; the exact one stands beside it as `rawStatus`. */
const statusOf: Readonly<Record<Verdict, Status>> = {
  pass: 'passed',
  fail: 'failed',
  xpass: 'failed',
  'harness-error': 'failed',
  xfail: 'other',
  unsupported: 'skipped',
  notrun: 'pending',
};

const test = (result: CaseResult) => ({
  name: printable(result.id),
  status: statusOf[result.verdict],
  rawStatus: result.verdict,
  duration: Math.round(result.durationMs),
  suite: [result.suite],
  tags: [result.level],
  ...(result.verdict === 'pass' ? {} : { message: reasonOf(result), trace: longReason(result).join('\n') }),
  extra: { title: result.title, repro: result.repro },
});

const count = (cases: readonly CaseResult[], status: Status): number =>
  cases.filter(({ verdict }) => statusOf[verdict] === status).length;

const toCtrf = (report: Report) => {
  const { cases, environment, host } = report;
  const start = Date.parse(environment.startedAt);
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: new Date(start + environment.durationMs).toISOString(),
    generatedBy: 'sandproof',
    results: {
      tool: { name: 'sandproof', version: environment.sandproof },
      summary: {
        tests: cases.length,
        passed: count(cases, 'passed'),
        failed: count(cases, 'failed'),
        skipped: count(cases, 'skipped'),
        pending: count(cases, 'pending'),
        other: count(cases, 'other'),
        suites: new Set(cases.map(({ suite }) => suite)).size,
        start,
        stop: start + Math.round(environment.durationMs),
      },
      tests: cases.map(test),
      environment: {
        appName: printable(host.description?.host.name ?? host.name),
        ...(host.description === undefined ? {} : { appVersion: printable(host.description.host.version) }),
        osPlatform: environment.os,
      },
    },
    extra: {
      conformant: report.summary.conformant,
      digest: report.plan.digest,
      problems: report.problems.map(({ message }) => printable(message)),
    },
  };
};

export const create = ({ write }: ReporterContext): Reporter => ({
  event: async (event) => {
    if (event.type === 'end') {
      await write(`${printableJson(toCtrf(event.report))}\n`);
    }
  },
});
