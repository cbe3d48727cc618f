import type { Matrix } from '../../contract/matrix.ts';
import type { CaseResult, Report } from '../../contract/report.ts';
import { isBad } from './explain-result.ts';

/** A host as a row: how many of the cases that it could run passed, suite by suite. */
export interface MatrixRow {
  readonly name: string;
  readonly version: string;
  readonly report: Report;
  /** In the order of the matrix's suites; `undefined` where the host claims no case of it. */
  readonly suites: readonly (SuiteCell | undefined)[];
}

export interface SuiteCell {
  readonly passed: number;
  /** Cases that the host has all for. */
  readonly run: number;
  /** Whether something in it is to be looked into, beyond what is known. */
  readonly isBad: boolean;
}

/** A requirement that some host does not meet, and what each of them did. */
export interface UnmetRequirement {
  readonly id: string;
  readonly title: string;
  readonly level: CaseResult['level'];
  readonly hosts: readonly { readonly name: string; readonly result: CaseResult }[];
}

/** What a host calls itself, or what it was run by where it never said. */
const nameOf = ({ host }: Report): string => host.description?.host.name ?? host.name;

/** Names of all suites that some host was judged on, in the order of the plans. */
export const suitesOf = ({ hosts }: Matrix): readonly string[] => [
  ...new Set(hosts.flatMap(({ cases }) => cases.map(({ suite }) => suite))),
];

const cellOf = (cases: readonly CaseResult[]): SuiteCell | undefined =>
  cases.length === 0
    ? undefined
    : {
        passed: cases.filter(({ verdict }) => verdict === 'pass' || verdict === 'xpass').length,
        run: cases.filter(({ verdict }) => verdict !== 'unsupported').length,
        isBad: cases.some(isBad),
      };

/** One row for each host. */
export const rowsOf = (matrix: Matrix): readonly MatrixRow[] =>
  matrix.hosts.map((report) => ({
    name: nameOf(report),
    version: report.host.description?.host.version ?? '',
    report,
    suites: suitesOf(matrix).map((suite) => cellOf(report.cases.filter((each) => each.suite === suite))),
  }));

const isUnmet = (result: CaseResult): boolean => result.verdict === 'xfail' || isBad(result);

const order = { must: 0, should: 1, may: 2 } as const;

/** Everything that some host fails, known or not: `must` first, then what most hosts fail. */
export const unmetOf = ({ hosts }: Matrix): readonly UnmetRequirement[] => {
  const byId = new Map<string, { name: string; result: CaseResult }[]>();
  for (const report of hosts) {
    for (const result of report.cases.filter(isUnmet)) {
      byId.set(result.id, [...(byId.get(result.id) ?? []), { name: nameOf(report), result }]);
    }
  }
  return [...byId]
    .map(([id, failing]) => {
      const { title, level } = (failing[0] as { result: CaseResult }).result;
      return { id, title, level, hosts: failing };
    })
    .sort((a, b) => order[a.level] - order[b.level] || b.hosts.length - a.hosts.length || (a.id < b.id ? -1 : 1));
};
