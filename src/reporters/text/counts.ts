import type { Summary } from '../../contract/report.ts';
import { type Verdict, verdicts } from '../../contract/verdict.ts';

/** How reports name verdicts to people. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'passed',
  fail: 'failed',
  xfail: 'failed as known',
  xpass: 'passed unexpectedly',
  unsupported: 'unsupported',
  notrun: 'not run',
  'harness-error': 'broken in the harness',
};

/** `12 passed, 1 failed`, without the verdicts that nothing had. */
export const showCounts = (counts: Summary['byVerdict']): string => {
  const parts = verdicts.flatMap((verdict) =>
    counts[verdict] > 0 ? [`${counts[verdict]} ${verdictWords[verdict]}`] : [],
  );
  return parts.length === 0 ? 'nothing' : parts.join(', ');
};

const floorsOf = ({ belowFloor }: Summary): string[] =>
  belowFloor.map(({ profile, reason }) => `below the floor of '${profile}' (${reason})`);

/** Why a summary is not conformant, or that it is, in one line. */
export const showConformance = (summary: Summary, selection: readonly string[], isShard: boolean): string => {
  if (summary.conformant) {
    return 'conformant';
  }
  const floors = floorsOf(summary);
  if (isShard) {
    return 'one part of a run: `sandproof merge` says whether the whole is conformant';
  }
  if (selection.length > 0) {
    return floors.length === 0
      ? 'a selection: only a whole run says whether the host is conformant'
      : `a selection; as a whole the host can't be conformant: ${floors.join('; ')}`;
  }
  const must = summary.byLevel.must;
  const reasons = [
    ...floors,
    ...(must.fail + must.xfail > 0 ? [`${must.fail + must.xfail} must requirements failed`] : []),
    ...(must.notrun + must['harness-error'] > 0 ? [`${must.notrun + must['harness-error']} have no verdict`] : []),
  ];
  return `not conformant${reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}`;
};
