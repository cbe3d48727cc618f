import type { CaseResult } from '../contract/report.ts';
import type { Reporter, ReporterContext } from '../contract/reporter.ts';
import { printable } from '../support/printable.ts';
import { longReason, reasonOf } from './text/explain-result.ts';

export const summary = 'for test harnesses: TAP version 14';

/** A description without what TAP reads as more than text: `#` begins a directive, and a backslash escapes. */
const description = (text: string): string => printable(text).replaceAll('\\', '\\\\').replaceAll('#', '\\#');

const directive = (result: CaseResult): string => {
  switch (result.verdict) {
    case 'unsupported':
      return ` # SKIP ${description(reasonOf(result))}`;
    case 'xfail':
      return ` # TODO ${description(reasonOf(result))}`;
    default:
      return '';
  }
};

/** A YAML block; every value is a JSON string, which YAML reads as it is. */
const diagnostics = (result: CaseResult): string[] => [
  '  ---',
  `  verdict: ${JSON.stringify(result.verdict)}`,
  `  level: ${JSON.stringify(result.level)}`,
  ...(result.cause === undefined ? [] : [`  cause: ${JSON.stringify(result.cause)}`]),
  '  details:',
  ...longReason(result).map((line) => `    - ${JSON.stringify(line)}`),
  '  ...',
];

const line = (result: CaseResult, number: number): string => {
  const isOk = result.verdict === 'pass' || result.verdict === 'unsupported';
  const head = `${isOk ? 'ok' : 'not ok'} ${number} - ${description(result.id)}${directive(result)}`;
  return isOk ? head : [head, ...diagnostics(result)].join('\n');
};

export const create = ({ write }: ReporterContext): Reporter => {
  let number = 0;
  return {
    event: async (event) => {
      if (event.type === 'start') {
        await write(`TAP version 14\n1..${event.total}\n`);
      } else if (event.type === 'case') {
        number += 1;
        await write(`${line(event.result, number)}\n`);
      } else if (event.type === 'end') {
        const problems = event.report.problems.map(({ message }) => `Bail out! ${printable(message)}\n`);
        await write(problems.join(''));
      }
    },
  };
};
