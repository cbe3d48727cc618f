import type { RunEvent } from '../../src/contract/event.ts';
import type { Report } from '../../src/contract/report.ts';
import type { ReporterContext, ReporterModule } from '../../src/contract/reporter.ts';
import { sampleHost } from './samples.ts';

/** The events of a run that came to a report. */
export const eventsOf = (report: Report): RunEvent[] => [
  {
    type: 'start',
    host: { name: report.host.name, description: report.host.description ?? sampleHost() },
    plan: report.plan,
    total: report.cases.length,
    environment: report.environment,
  },
  ...report.cases.flatMap((result): RunEvent[] => [
    { type: 'running', id: result.id },
    { type: 'case', result },
  ]),
  { type: 'notice', message: 'something to know' },
  { type: 'end', report },
];

/** What a reporter writes for a report. */
export const reportWith = async (
  module: ReporterModule,
  report: Report,
  changes: Partial<ReporterContext> = {},
): Promise<string> => {
  let text = '';
  const reporter = module.create({
    write: async (part) => {
      text += part;
    },
    terminal: undefined,
    color: false,
    environment: {},
    ...changes,
  });
  for (const event of eventsOf(report)) {
    await reporter.event(event);
  }
  return text;
};
