import type { Matrix } from '../contract/matrix.ts';
import type { Reporter, ReporterContext } from '../contract/reporter.ts';
import { printableJson } from '../support/printable.ts';

export const summary = 'for programs: the whole report, schema sandproof/report@1 (`sandproof schema report`)';

export const matrix = async (all: Matrix, { write }: ReporterContext): Promise<void> =>
  write(`${printableJson(all)}\n`);

export const create = ({ write }: ReporterContext): Reporter => ({
  event: async (event) => {
    if (event.type === 'end') {
      await write(`${printableJson(event.report)}\n`);
    }
  },
});
