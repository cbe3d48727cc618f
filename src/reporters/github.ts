import type { CaseResult, Report } from '../contract/report.ts';
import type { Reporter, ReporterContext } from '../contract/reporter.ts';
import { printable } from '../support/printable.ts';
import { showCounts } from './text/counts.ts';
import { isBad, reasonOf } from './text/explain-result.ts';

export const summary = 'for GitHub Actions: annotations, within the ten of each kind that a step may have';

/** Of each kind GitHub shows ten for a step and drops the rest without a word. */
const mostOfAKind = 10;

/** Escapes the text of a workflow command; `%` first, or the others would be escaped twice. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

type Kind = 'error' | 'warning' | 'notice';

const command = (kind: Kind, title: string, message: string, place?: { file: string; line: string }): string => {
  const where = place === undefined ? '' : `file=${property(place.file)},line=${place.line},`;
  return `::${kind} ${where}title=${property(printable(title))}::${data(printable(message))}\n`;
};

/** Where the fixture's step is, as the message ends with it. */
const placeOf = (result: CaseResult): { file: string; line: string } | undefined => {
  const match = /\(((?!\/)[\w./-]+\.wat):(\d+)\)/.exec(result.message ?? '');
  return match === null ? undefined : { file: match[1] as string, line: match[2] as string };
};

const kindOf = (result: CaseResult): Kind =>
  result.level === 'must' || result.verdict !== 'fail' ? 'error' : 'warning';

const annotate = (kind: Kind, cases: readonly CaseResult[], room: number): string[] => {
  // The last place is kept for saying how many there are more.
  const shown = cases.length > room ? cases.slice(0, room - 1) : cases;
  const left = cases.length - shown.length;
  return [
    ...shown.map((result) => command(kind, result.id, `${reasonOf(result)}\n${result.repro}`, placeOf(result))),
    ...(left === 0
      ? []
      : [
          command(
            kind,
            'sandproof',
            `and ${left} more: ${cases
              .slice(shown.length)
              .map(({ id }) => id)
              .join(', ')}`,
          ),
        ]),
  ];
};

const toCommands = (report: Report): string => {
  const bad = report.cases.filter(isBad);
  const problems = report.problems
    .slice(0, mostOfAKind - 2)
    .map(({ message }) => command('error', 'sandproof', message));
  const errors = bad.filter((result) => kindOf(result) === 'error');
  const warnings = bad.filter((result) => kindOf(result) === 'warning');
  return [
    ...problems,
    ...annotate('error', errors, mostOfAKind - problems.length),
    ...annotate('warning', warnings, mostOfAKind),
    command('notice', 'sandproof', `${showCounts(report.summary.byVerdict)} of ${report.summary.total}`),
  ].join('');
};

export const create = ({ write }: ReporterContext): Reporter => ({
  event: async (event) => {
    if (event.type === 'end') {
      await write(toCommands(event.report));
    }
  },
});
