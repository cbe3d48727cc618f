import { readFileSync } from 'node:fs';
import { exitCodes, KitError, messageOf } from '../../contract/errors.ts';
import { type Report, reportSchema } from '../../contract/report.ts';
import { mergeReports } from '../../harness/merge.ts';
import { exitCodeOf, floorVerdicts, summarise } from '../../harness/summary.ts';
import type { MergeArguments } from '../commands/merge.ts';
import { expectationsFor, knownFloors, staleProblems } from '../known-failures.ts';
import { openReporters } from '../output.ts';

/** Reads a report; anything else is one error with the file's name. */
export const readReport = (file: string): Report => {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new KitError('report', `cannot read the report: ${messageOf(error)}`, {
      place: { file },
      hint: 'give the files that --reporter json=FILE wrote',
      cause: error,
    });
  }
  const schema = (raw as { schema?: unknown } | null)?.schema;
  if (schema !== 'sandproof/report@1') {
    throw new KitError(
      'report',
      `this is no report of schema sandproof/report@1, but ${JSON.stringify(schema) ?? 'something else'}`,
      {
        place: { file },
        hint: 'write reports with --reporter json=FILE',
      },
    );
  }
  const parsed = reportSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new KitError('report', `${issue?.path.join('.')}: ${issue?.message}`, { place: { file } });
  }
  return parsed.data;
};

/** What the whole says of the known failures that no part could see. */
const withStaleEntries = (report: Report, file: string | undefined): Report => {
  const { description } = report.host;
  if (description === undefined) {
    return report;
  }
  const judged = new Map([
    ...floorVerdicts(description),
    ...report.cases.map(({ id, verdict }) => [id, verdict] as const),
  ]);
  const expectations = expectationsFor(file, description.host.name, true);
  const isPartial = report.plan.selection.length > 0;
  const known = new Set(report.problems.map(({ message }) => message));
  const found = staleProblems(expectations, description, judged, isPartial).filter(
    ({ message }) => !known.has(message),
  );
  const problems = [...report.problems, ...found];
  return { ...report, problems, summary: summarise(report.cases, description, problems, isPartial) };
};

/** Joins the reports of all parts, reports the whole, and sets the exit code of the whole. */
export const handleMerge = async (args: MergeArguments): Promise<void> => {
  const parts = args.reports.map((file) => ({ file, report: readReport(file) }));
  const report = withStaleEntries(mergeReports(parts), args.expectations);
  const { description, name } = report.host;
  const reporters = await openReporters(args.reporter);
  if (description !== undefined) {
    const { durationMs: _, ...environment } = report.environment;
    await reporters.emit({
      type: 'start',
      host: { name, description },
      plan: report.plan,
      total: report.cases.length,
      environment,
    });
  }
  for (const result of report.cases) {
    await reporters.emit({ type: 'case', result });
  }
  await reporters.emit({ type: 'end', report });
  const problems = await reporters.close();
  for (const { message } of problems) {
    console.error(`sandproof: ${message}`);
  }
  const code = exitCodeOf(report, args['fail-on'], knownFloors(args.expectations, report));
  process.exitCode = problems.length > 0 && code !== exitCodes.usage ? exitCodes.broken : code;
};
