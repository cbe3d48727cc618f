import pc from 'picocolors';
import type { RunEvent } from '../contract/event.ts';
import type { Matrix } from '../contract/matrix.ts';
import type { CaseResult, Report } from '../contract/report.ts';
import type { Reporter, ReporterContext } from '../contract/reporter.ts';
import type { Verdict } from '../contract/verdict.ts';
import { printable, shorten } from '../support/printable.ts';
import { showConformance, showCounts, verdictWords } from './text/counts.ts';
import { showMatrix } from './text/pretty-matrix.ts';

export const summary = 'for people: progress while it runs, then each failure with the command that repeats it';

export const matrix = async (all: Matrix, { write, color }: ReporterContext): Promise<void> =>
  write(showMatrix(all, color));

/** Verdicts that need someone to look. */
const needsLook = (result: CaseResult): boolean => !['pass', 'xfail', 'unsupported'].includes(result.verdict);

/** Cases that lack the same things, most of them first. */
const byMissing = (cases: readonly CaseResult[]): readonly (readonly [string, number])[] => {
  const groups = new Map<string, number>();
  for (const { missing } of cases) {
    const key = (missing ?? []).join(', ');
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return [...groups].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
};

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

type Paint = (text: string) => string;

export const create = (context: ReporterContext): Reporter => {
  const colors = pc.createColors(context.color);
  const { terminal } = context;
  const paint: Record<Verdict, Paint> = {
    pass: colors.green,
    fail: colors.red,
    xfail: colors.yellow,
    xpass: colors.magenta,
    unsupported: colors.dim,
    notrun: colors.red,
    'harness-error': colors.red,
  };
  const mark: Record<Verdict, string> = {
    pass: '✓',
    fail: '✗',
    xfail: '~',
    xpass: '!',
    unsupported: '-',
    notrun: '?',
    'harness-error': '‼',
  };
  let total = 0;
  let done = 0;
  let failed = 0;
  let suite: { name: string; results: CaseResult[] } | undefined;
  let statusShown = false;

  const clearStatus = (): string => {
    const clear = statusShown ? '\r\u001b[2K' : '';
    statusShown = false;
    return clear;
  };
  const print = (text: string): Promise<void> => context.write(`${clearStatus()}${text}\n`);

  const showStatus = async (id: string): Promise<void> => {
    if (terminal !== undefined) {
      const failures = failed === 0 ? '' : ` · ${failed} failed`;
      const line = shorten(`${done}/${total}${failures} · ${printable(id)}`, terminal.columns - 1);
      await context.write(`${clearStatus()}${colors.dim(line)}`);
      statusShown = true;
    }
  };

  const details = (result: CaseResult): string => {
    const level = result.level === 'must' ? '' : ` (${result.level})`;
    const head = `${paint[result.verdict](`${mark[result.verdict]} ${printable(result.id)}`)}${level} ${printable(result.title)}`;
    const lines = [
      head,
      `  ${verdictWords[result.verdict]}${result.cause === undefined ? '' : `, ${result.cause}`}: ${printable(result.message ?? '')}`,
      ...result.observations
        .filter(({ violation, message }) => violation && !result.message?.includes(message))
        .map(({ message }) => `  seen: ${printable(message)}`),
      ...(result.weakness === undefined ? [] : [`  the host declares this weakness: ${printable(result.weakness)}`]),
      colors.dim(`  ${printable(result.repro)}`),
    ];
    return lines.join('\n');
  };

  const endSuite = async (): Promise<void> => {
    if (suite === undefined) {
      return;
    }
    const { name, results } = suite;
    suite = undefined;
    const counts = Object.fromEntries(
      Object.keys(mark).map((verdict) => [verdict, results.filter((each) => each.verdict === verdict).length]),
    ) as Record<Verdict, number>;
    const duration = results.reduce((sum, { durationMs }) => sum + durationMs, 0);
    const worst: Verdict = results.some(needsLook) ? 'fail' : 'pass';
    await print(
      `${paint[worst](mark[worst])} ${name.padEnd(14)} ${showCounts(counts)} ${colors.dim(`(${seconds(duration)})`)}`,
    );
  };

  const onCase = async (result: CaseResult): Promise<void> => {
    done += 1;
    if (suite !== undefined && suite.name !== result.suite) {
      await endSuite();
    }
    suite ??= { name: result.suite, results: [] };
    suite.results.push(result);
    if (needsLook(result)) {
      failed += 1;
      await print(
        `  ${paint[result.verdict](`${mark[result.verdict]} ${printable(result.id)}`)} ${printable(shorten(result.message ?? '', 300))}`,
      );
    }
    await showStatus(result.id);
  };

  const onEnd = async (report: Report): Promise<void> => {
    await endSuite();
    const looked = report.cases.filter(needsLook);
    const unsupported = report.cases.filter(({ verdict }) => verdict === 'unsupported');
    const { summary: sums, plan } = report;
    const lines = [
      ...looked.flatMap((result) => ['', details(result)]),
      ...(unsupported.length === 0 ? [] : ['', colors.dim('unsupported, by what the host lacks:')]),
      ...byMissing(unsupported).map(([missing, count]) =>
        colors.dim(`  ${String(count).padStart(4)}  ${printable(missing)}`),
      ),
      ...sums.declaredWeaknesses.map(({ id, weakness }) =>
        colors.yellow(`declared weakness: ${printable(weakness)} (${printable(id)})`),
      ),
      ...report.problems.flatMap(({ message }) => ['', colors.red(`problem: ${printable(message)}`)]),
      '',
      `${colors.bold(showCounts(sums.byVerdict))} of ${sums.total} in ${seconds(report.environment.durationMs)}`,
      `must: ${showCounts(sums.byLevel.must)}`,
      `should: ${showCounts(sums.byLevel.should)}`,
      (sums.conformant ? colors.green : colors.yellow)(showConformance(sums, plan.selection, plan.shard !== undefined)),
    ];
    await print(lines.join('\n'));
  };

  return {
    event: async (event: RunEvent) => {
      switch (event.type) {
        case 'start': {
          total = event.total;
          const { host } = event.host.description;
          const engine = host.engineVersion === undefined ? host.engine : `${host.engine} ${host.engineVersion}`;
          await print(
            `${colors.bold(printable(host.name))} ${printable(host.version)} (${printable(engine)}) · ${total} cases`,
          );
          return;
        }
        case 'running':
          return showStatus(event.id);
        case 'case':
          return onCase(event.result);
        case 'notice':
          return print(colors.yellow(printable(event.message)));
        case 'end':
          return onEnd(event.report);
      }
    },
  };
};
