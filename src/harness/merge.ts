import { compareCases } from '../contract/case-id.ts';
import { KitError } from '../contract/errors.ts';
import type { Report } from '../contract/report.ts';
import { summarise } from './summary.ts';

/** The report of one part, and the file that it came from. */
export interface Part {
  readonly file: string;
  readonly report: Report;
}

const refuse = (message: string, file: string, hint?: string): never => {
  throw new KitError('merge', message, { place: { file }, ...(hint === undefined ? {} : { hint }) });
};

const shardOf = ({ file, report }: Part): { index: number; count: number; cases: number } =>
  report.plan.shard ??
  refuse('this report is of a whole run, not of a part', file, 'merge the reports of `run --shard i/n`');

/** Refuses parts of different plans, parts that stand twice, parts that lack cases, and parts that are missing. */
const checkParts = (parts: readonly Part[]): void => {
  const [first] = parts;
  if (first === undefined) {
    throw new KitError('usage', 'there is nothing to merge');
  }
  const { digest } = first.report.plan;
  const { count } = shardOf(first);
  const seen = new Map<number, string>();
  for (const part of parts) {
    const shard = shardOf(part);
    if (part.report.plan.digest !== digest) {
      refuse(
        `another plan than ${first.file}: digest ${part.report.plan.digest.slice(0, 12)}, not ${digest.slice(0, 12)}`,
        part.file,
        'all parts must come from the same version, fixtures, host and options',
      );
    }
    if (shard.count !== count) {
      refuse(`part ${shard.index} of ${shard.count}, where ${first.file} is one of ${count}`, part.file);
    }
    const twice = seen.get(shard.index);
    if (twice !== undefined) {
      refuse(`part ${shard.index} of ${count} stands in ${twice} too`, part.file);
    }
    if (part.report.cases.length !== shard.cases) {
      refuse(`part ${shard.index} has ${part.report.cases.length} cases, planned were ${shard.cases}`, part.file);
    }
    seen.set(shard.index, part.file);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (missing.length > 0) {
    throw new KitError('merge', `of ${count} parts these are missing: ${missing.join(', ')}`);
  }
};

const checkCases = (parts: readonly Part[], planned: number): void => {
  const seen = new Map<string, string>();
  for (const { file, report } of parts) {
    for (const { id } of report.cases) {
      const twice = seen.get(id);
      if (twice !== undefined) {
        refuse(`'${id}' stands in ${twice} too`, file);
      }
      seen.set(id, file);
    }
  }
  if (seen.size !== planned) {
    throw new KitError('merge', `the plan has ${planned} cases, the parts have ${seen.size}`);
  }
};

/**
 * Joins the reports of all parts of a run into the report that one run would have made. Pure.
 *
 * @throws {KitError} of code `merge` for gaps, duplicates and parts of different plans.
 */
export const mergeReports = (parts: readonly Part[]): Report => {
  checkParts(parts);
  const reports = parts.map(({ report }) => report);
  const [first] = reports as [Report];
  checkCases(parts, first.plan.cases);
  const cases = reports.flatMap((report) => report.cases).sort(compareCases);
  const problems = reports.flatMap((report) => report.problems);
  const { shard: _, ...plan } = first.plan;
  return {
    ...first,
    plan,
    environment: {
      ...first.environment,
      startedAt: reports.map(({ environment }) => environment.startedAt).sort()[0] as string,
      durationMs: Math.max(...reports.map(({ environment }) => environment.durationMs)),
      workers: reports.reduce((sum, { environment }) => sum + environment.workers, 0),
    },
    cases,
    problems,
    summary: summarise(cases, first.host.description, problems, plan.selection.length > 0),
  };
};
