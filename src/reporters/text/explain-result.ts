import type { CaseResult } from '../../contract/report.ts';
import { printable } from '../../support/printable.ts';
import { verdictWords } from './counts.ts';

/** Verdicts that mean that something is to be done. */
export const isBad = ({ verdict }: CaseResult): boolean =>
  verdict === 'fail' || verdict === 'xpass' || verdict === 'notrun' || verdict === 'harness-error';

/** Why a result is what it is, in one line: the verdict's word, and the message where there is one. */
export const reasonOf = (result: CaseResult): string =>
  printable(
    result.message === undefined ? verdictWords[result.verdict] : `${verdictWords[result.verdict]}: ${result.message}`,
  );

/** All that is known of a result, in lines for a log or an attachment. */
export const longReason = (result: CaseResult): readonly string[] => [
  `${printable(result.title)} (${result.level})`,
  reasonOf(result),
  ...(result.expected === undefined ? [] : [`expected: ${printable(result.expected)}`]),
  ...result.observations.map(
    ({ kind, violation, message }) => `${violation ? 'seen' : 'noted'} (${kind}): ${printable(message)}`,
  ),
  ...(result.weakness === undefined ? [] : [`declared weakness: ${printable(result.weakness)}`]),
  `repeat it with: ${printable(result.repro)}`,
];
