import type { Reporter, ReporterContext } from '../contract/reporter.ts';

export const summary = 'for programs: the whole report, schema sandproof/report@1 (`sandproof schema report`)';

export const create = ({ write }: ReporterContext): Reporter => ({
  event: async (event) => {
    if (event.type === 'end') {
      await write(`${JSON.stringify(event.report, undefined, 2)}\n`);
    }
  },
});
