import { type Outcome, outcomeSchema, type Phase } from '../../contract/outcome.ts';
import type { ExecManifest } from '../manifest.ts';

/** What a finished program left behind. */
export interface Finished {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

const detailKeys: Readonly<Record<string, string>> = {
  trapped: 'code',
  limit: 'resource',
  denied: 'capability',
  rejected: 'reason',
};

/** Turns a manifest's notation into an outcome; `undefined` where it is none. */
const outcomeFrom = (notation: string, phase: Phase, message: string): Outcome | undefined => {
  const [kind = '', detail] = notation.split(':');
  const key = detailKeys[kind];
  const parsed = outcomeSchema.safeParse({
    kind,
    phase,
    message,
    ...(detail === undefined
      ? {}
      : kind === 'exited'
        ? { exitCode: Number(detail) }
        : key === undefined
          ? {}
          : { [key]: detail }),
    ...(kind === 'returned' ? { values: [] } : {}),
  });
  return parsed.success ? parsed.data : undefined;
};

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.slice(0, 300) ?? '';

/** Results that a program printed, in wire form. */
const resultsIn = (stdout: string, pattern: string, types: readonly string[]): unknown[] | undefined => {
  const found = [...stdout.matchAll(new RegExp(pattern, 'gm'))];
  if (found.length !== types.length) {
    return undefined;
  }
  const values = found.map((match, index) => {
    const type = match.groups?.type ?? types[index] ?? '';
    const text = match.groups?.value ?? '';
    if (!/^-?\d+$/.test(text) || !/^i(32|64)$/.test(type)) {
      return undefined;
    }
    return { type, value: BigInt.asUintN(Number(type.slice(1)), BigInt(text)).toString() };
  });
  return values.includes(undefined) ? undefined : values;
};

/**
 * What a program's end means: a pattern of the manifest, or else its exit code. Anything that the manifest does not
 * name is a `host-error`, never a guess.
 *
 * @param results - static types of the results; `undefined` where no export was called.
 */
export const classify = (
  finished: Finished,
  manifest: ExecManifest,
  phase: Phase,
  results: readonly string[] | undefined,
): Outcome => {
  const message = lastLine(finished.stderr) || lastLine(finished.stdout);
  const pattern = manifest.patterns.find(({ stream, match }) => new RegExp(match, 'm').test(finished[stream]));
  if (pattern !== undefined) {
    const outcome = outcomeFrom(pattern.outcome, (pattern.phase as Phase | undefined) ?? phase, message);
    return outcome ?? { kind: 'host-error', message: `the manifest's outcome '${pattern.outcome}' is none` };
  }
  const byCode = finished.code === null ? undefined : manifest.exit[String(finished.code)];
  if (byCode === undefined) {
    const how = finished.code === null ? `was ended by ${finished.signal}` : `exited with code ${finished.code}`;
    return { kind: 'host-error', message: `the program ${how}, which the manifest does not name: ${message}` };
  }
  if (byCode !== 'returned') {
    return (
      outcomeFrom(byCode, phase, message) ?? {
        kind: 'host-error',
        message: `the manifest's outcome '${byCode}' is none`,
      }
    );
  }
  if (results === undefined || results.length === 0) {
    return { kind: 'returned', phase: 'call', values: [] };
  }
  const values = manifest.result === undefined ? undefined : resultsIn(finished.stdout, manifest.result, results);
  return values === undefined
    ? {
        kind: 'host-error',
        message: `no results of types (${results.join(' ')}) stand in: ${lastLine(finished.stdout)}`,
      }
    : { kind: 'returned', phase: 'call', values };
};
