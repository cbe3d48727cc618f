import type { Matrix } from '../contract/matrix.ts';
import type { CaseResult, Report } from '../contract/report.ts';
import type { Reporter, ReporterContext } from '../contract/reporter.ts';
import type { Verdict } from '../contract/verdict.ts';
import { printable, shorten } from '../support/printable.ts';
import { showConformance, showCounts } from './text/counts.ts';
import { isBad, reasonOf } from './text/explain-result.ts';
import { type MatrixRow, rowsOf, suitesOf, unmetOf } from './text/matrix-rows.ts';

export const summary = "for people: Markdown that fits GitHub's step summary (append it to $GITHUB_STEP_SUMMARY)";

/** GitHub shows a step summary of up to 1 MiB; some is left for what else the step writes. */
const mostBytes = 900 * 1024;

/** Text from hosts and guests as plain text in a table: no markup, no links, no mentions, no HTML. */
const plain = (text: string): string =>
  printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$-]/g, '\\$&')
    .replace(/@/g, '&#64;')
    .replace(/:\/\//g, '&#58;//');

/** Text as code, whatever it holds. */
const code = (text: string): string => {
  const safe = printable(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = safe.startsWith('`') || safe.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${safe}${pad}${fence}`;
};

const columns: readonly Verdict[] = ['pass', 'fail', 'xfail', 'xpass', 'unsupported', 'notrun', 'harness-error'];

const suiteTable = (cases: readonly CaseResult[]): string[] => {
  const used = columns.filter((verdict) => verdict === 'pass' || cases.some((each) => each.verdict === verdict));
  const suites = [...new Set(cases.map(({ suite }) => suite))];
  return [
    `| suite | ${used.join(' | ')} |`,
    `|---|${used.map(() => '--:').join('|')}|`,
    ...suites.map((suite) => {
      const own = cases.filter((each) => each.suite === suite);
      const counts = used.map((verdict) => String(own.filter((each) => each.verdict === verdict).length || ''));
      return `| ${plain(suite)} | ${counts.join(' | ')} |`;
    }),
  ];
};

const longestReason = 600;

const failureRows = (cases: readonly CaseResult[]): string[] =>
  cases.map(
    (result) =>
      `| ${code(result.id)}<br>${plain(result.title)} | ${result.level} | ${plain(shorten(reasonOf(result), longestReason))}<br>${code(result.repro)} |`,
  );

/** Rows as long as they fit; what is left out is counted. */
const fitting = (rows: readonly string[], room: number): string[] => {
  let used = 0;
  const kept = rows.filter((row) => {
    used += Buffer.byteLength(row) + 1;
    return used <= room;
  });
  const left = rows.length - kept.length;
  return left === 0 ? kept : [...kept, '', `…and ${left} more, which the JSON report has.`];
};

const toMarkdown = (report: Report): string => {
  const { summary: sums, host, plan } = report;
  const about = host.description?.host;
  const title = about === undefined ? plain(host.name) : `${plain(about.name)} ${plain(about.version)}`;
  const bad = report.cases.filter(isBad);
  const known = report.cases.filter(({ verdict }) => verdict === 'xfail');
  const head = [
    `## Sandproof: ${title}`,
    '',
    `**${showConformance(sums, plan.selection, plan.shard !== undefined)}**`,
    '',
    `${showCounts(sums.byVerdict)} of ${sums.total}; must: ${showCounts(sums.byLevel.must)}; should: ${showCounts(sums.byLevel.should)}.`,
    '',
    ...suiteTable(report.cases),
    ...report.problems.flatMap(({ message }) => ['', `> problem: ${plain(message)}`]),
    ...(sums.declaredWeaknesses.length === 0 ? [] : ['', '### Declared weaknesses', '']),
    ...sums.declaredWeaknesses.map(({ id, weakness }) => `- ${code(id)}: ${code(weakness)}`),
  ];
  const table = (name: string, rows: readonly string[], room: number): string[] =>
    rows.length === 0
      ? []
      : ['', `### ${name}`, '', '| case | level | what happened |', '|---|---|---|', ...fitting(rows, room)];
  const room = mostBytes - Buffer.byteLength(head.join('\n'));
  return [
    ...head,
    ...table('To be looked at', failureRows(bad), room * 0.7),
    ...table('Known failures', failureRows(known), room * 0.25),
    '',
  ].join('\n');
};

const matrixRow = ({ name, version, suites, report }: MatrixRow): string => {
  const cells = suites.map((cell) =>
    cell === undefined ? '' : `${cell.passed}/${cell.run}${cell.isBad ? ' ✗' : cell.passed < cell.run ? ' ~' : ''}`,
  );
  const { summary: sums, plan } = report;
  const verdict = showConformance(sums, plan.selection, plan.shard !== undefined);
  return `| ${plain(`${name} ${version}`.trim())} | ${cells.join(' | ')} | ${plain(verdict)} |`;
};

const matrixToMarkdown = (all: Matrix): string => {
  const suites = suitesOf(all);
  const rows = rowsOf(all);
  const head = [
    '## Sandproof: hosts by suites',
    '',
    `| host | ${[...suites.map(plain), ''].join(' | ')} |`,
    `|---|${suites.map(() => '--:').join('|')}|---|`,
    ...rows.map(matrixRow),
    '',
    'Passed of those that the host has all for; ✗ something is to be looked at, ~ all that fails is known.',
    ...all.hosts.flatMap(({ host, problems }) =>
      problems.flatMap(({ message }) => ['', `> ${plain(host.name)}: ${plain(message)}`]),
    ),
  ];
  const unmet = unmetOf(all).map(({ id, title, level, hosts }) => {
    const each = hosts.map(({ name, result }) => `${plain(name)}: ${plain(shorten(reasonOf(result), longestReason))}`);
    return `| ${code(id)}<br>${plain(title)} | ${level} | ${each.join('<br>')} |`;
  });
  const room = mostBytes - Buffer.byteLength(head.join('\n'));
  return [
    ...head,
    ...(unmet.length === 0
      ? []
      : [
          '',
          '### Requirements that are not met',
          '',
          '| case | level | by whom |',
          '|---|---|---|',
          ...fitting(unmet, room),
        ]),
    '',
  ].join('\n');
};

export const matrix = async (all: Matrix, { write }: ReporterContext): Promise<void> => write(matrixToMarkdown(all));

export const create = ({ write }: ReporterContext): Reporter => ({
  event: async (event) => {
    if (event.type === 'end') {
      await write(toMarkdown(event.report));
    }
  },
});
