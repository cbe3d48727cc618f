import pc from 'picocolors';
import type { Matrix } from '../../contract/matrix.ts';
import { printable, shorten } from '../../support/printable.ts';
import { showConformance, verdictWords } from './counts.ts';
import { isBad, reasonOf } from './explain-result.ts';
import { type MatrixRow, rowsOf, type SuiteCell, suitesOf, type UnmetRequirement, unmetOf } from './matrix-rows.ts';

const longestReason = 200;

type Colors = ReturnType<typeof pc.createColors>;

const showCell = (cell: SuiteCell | undefined): string => (cell === undefined ? '' : `${cell.passed}/${cell.run}`);

const paintCell = (cell: SuiteCell | undefined, text: string, colors: Colors): string => {
  if (cell === undefined) {
    return text;
  }
  return cell.isBad ? colors.red(text) : cell.passed < cell.run ? colors.yellow(text) : colors.green(text);
};

const labelOf = ({ name, version }: MatrixRow): string => printable(`${name} ${version}`.trim());

const showTable = (rows: readonly MatrixRow[], suites: readonly string[], colors: Colors): string[] => {
  const label = Math.max(...rows.map((row) => labelOf(row).length));
  const widths = suites.map((suite, index) =>
    Math.max(suite.length, ...rows.map(({ suites: cells }) => showCell(cells[index]).length)),
  );
  const head = suites.map((suite, index) => suite.padStart(widths[index] as number)).join('  ');
  return [
    colors.dim(`${' '.repeat(label)}  ${head}`),
    ...rows.map((row) => {
      const cells = row.suites.map((cell, index) =>
        paintCell(cell, showCell(cell).padStart(widths[index] as number), colors),
      );
      return `${labelOf(row).padEnd(label)}  ${cells.join('  ')}`.trimEnd();
    }),
  ];
};

const showUnmet = ({ id, title, level, hosts }: UnmetRequirement, colors: Colors): string[] => [
  '',
  `${colors.bold(printable(id))}${level === 'must' ? '' : ` (${level})`} ${printable(title)}`,
  ...hosts.map(({ name, result }) => {
    const paint = isBad(result) ? colors.red : colors.yellow;
    return `  ${paint(printable(name))} ${shorten(reasonOf(result), longestReason)}`;
  }),
];

const showHost = ({ name, report }: MatrixRow, colors: Colors): string[] => {
  const { summary, plan, problems } = report;
  const unsupported = summary.byVerdict.unsupported;
  const lacks = unsupported === 0 ? '' : `, ${unsupported} ${verdictWords.unsupported}`;
  const verdict = showConformance(summary, plan.selection, plan.shard !== undefined);
  return [
    `${printable(name)}: ${summary.conformant ? colors.green(verdict) : colors.yellow(verdict)}${lacks}`,
    ...problems.map(({ message }) => colors.red(`  problem: ${printable(message)}`)),
  ];
};

/** Hosts by suites, then each unmet requirement with the hosts that don't meet it, then each host in a line. */
export const showMatrix = (matrix: Matrix, color: boolean): string => {
  const colors = pc.createColors(color);
  const rows = rowsOf(matrix);
  const unmet = unmetOf(matrix);
  return [
    ...showTable(rows, suitesOf(matrix), colors),
    colors.dim('passed of those that the host has all for'),
    ...unmet.flatMap((requirement) => showUnmet(requirement, colors)),
    '',
    ...rows.flatMap((row) => showHost(row, colors)),
    '',
  ].join('\n');
};
