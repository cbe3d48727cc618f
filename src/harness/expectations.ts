import { existsSync } from 'node:fs';
import semver from 'semver';
import { stringify } from 'smol-toml';
import { z } from 'zod';
import type { HostDescription } from '../contract/description.ts';
import { KitError } from '../contract/errors.ts';
import type { Outcome } from '../contract/outcome.ts';
import { type Cause, causes, type Judgement, type Verdict } from '../contract/verdict.ts';
import { didYouMean } from '../support/did-you-mean.ts';
import { readTomlFile } from '../support/toml-file.ts';

/** Known failures of one host: `expectations/<host>.toml`, a `[[known]]` for each. */

const knownSchema = z.strictObject({
  /** A case's id, or `floor:<profile>`. */
  case: z.string().min(1),
  /** How it fails; several where that depends on how busy the machine is. */
  cause: z.union([z.enum(causes), z.array(z.enum(causes)).min(1)]),
  /** The outcome that was seen: `kind`, or `kind:detail` with the code, resource or reason. */
  outcome: z.string().optional(),
  reason: z.string().min(1),
  /** An issue's address, or `not reported`. */
  link: z.string().min(1),
  /** Versions of the host that it holds for, as a range of semantic versions; every version where it is absent. */
  versions: z
    .string()
    .refine((range) => semver.validRange(range) !== null, {
      message: 'no range of semantic versions, such as ">=1.2 <2"',
    })
    .optional(),
  os: z.array(z.string()).optional(),
  /** Fails at times only: a pass is no surprise. */
  flaky: z.boolean().optional(),
});
/** The whole file. */
export const knownFailuresSchema = z.strictObject({ known: z.array(knownSchema).default([]) });

/** A known failure and where it stands. */
export type Known = z.output<typeof knownSchema> & { readonly line: number };

export interface Expectations {
  readonly file: string;
  readonly known: readonly Known[];
}

/** Reads a file of known failures; one that is not there holds none. */
export const readExpectations = (file: string): Expectations => {
  if (!existsSync(file)) {
    return { file, known: [] };
  }
  const { value, lineOf } = readTomlFile(file, knownFailuresSchema, 'expectations', Object.keys(knownSchema.shape));
  const known = value.known.map((entry, index) => ({ ...entry, line: lineOf(['known', index]) }));
  const twice = known.find((entry, index) => known.findIndex((other) => sameScope(other, entry)) !== index);
  if (twice !== undefined) {
    throw new KitError('expectations', `'${twice.case}' stands here twice`, { place: { file, line: twice.line } });
  }
  return { file, known };
};

const sameScope = (a: Known, b: Known): boolean =>
  a.case === b.case && a.versions === b.versions && JSON.stringify(a.os) === JSON.stringify(b.os);

/** The entries that hold for a host; the others wait for another version or system. */
export const applicable = ({ known }: Expectations, { host }: HostDescription): readonly Known[] =>
  known.filter(({ versions, os }) => {
    const version = semver.coerce(host.version, { includePrerelease: true });
    const inRange =
      versions === undefined || (version !== null && semver.satisfies(version, versions, { includePrerelease: true }));
    return inRange && (os === undefined || os.includes(host.os));
  });

/** An outcome as an entry pins it: its kind, and the detail that tells it from others of its kind. */
export const pinOf = (outcome: Outcome | undefined): string | undefined => {
  if (outcome === undefined) {
    return undefined;
  }
  switch (outcome.kind) {
    case 'trapped':
      return `trapped:${outcome.code}`;
    case 'limit':
      return `limit:${outcome.resource}`;
    case 'denied':
      return `denied:${outcome.capability}`;
    case 'rejected':
      return `rejected:${outcome.phase}`;
    case 'exited':
      return `exited:${outcome.exitCode}`;
    default:
      return outcome.kind;
  }
};

export interface Expected {
  readonly verdict: Verdict;
  readonly message?: string;
}

const causesOf = ({ cause }: Known): readonly Cause[] => (typeof cause === 'string' ? [cause] : cause);

/** Whether a failure is the one that an entry knows. An outcome is part of it only where the cause is the outcome. */
const isPinned = (entry: Known, cause: Cause, outcome: Outcome | undefined): boolean =>
  causesOf(entry).includes(cause) &&
  (entry.outcome === pinOf(outcome) || (causesOf(entry).length > 1 && cause !== 'outcome'));

/** What a judgement means where a failure may be known: the same failure is expected, another one or none is not. */
export const withKnown = (judgement: Judgement, entry: Known | undefined): Expected => {
  if (entry === undefined) {
    return { verdict: judgement.verdict };
  }
  if (judgement.verdict === 'fail') {
    return isPinned(entry, judgement.cause, judgement.outcome)
      ? { verdict: 'xfail', message: `known: ${entry.reason} (${entry.link})` }
      : {
          verdict: 'fail',
          message: `another failure than the known one (line ${entry.line}: ${causesOf(entry).join(' or ')}${entry.outcome === undefined ? '' : ` ${entry.outcome}`})`,
        };
  }
  if (judgement.verdict === 'pass' && entry.flaky !== true) {
    return { verdict: 'xpass', message: `passes, but is a known failure (line ${entry.line}); take the entry out` };
  }
  return { verdict: judgement.verdict };
};

/** Entries that name nothing that was judged, as sentences. Cases outside the selection are for `merge` to see. */
export const staleEntries = (
  expectations: Expectations,
  description: HostDescription,
  judged: ReadonlyMap<string, Verdict>,
  isPartial: boolean,
): readonly { readonly line: number; readonly message: string; readonly hint?: string }[] => {
  const active = new Set(applicable(expectations, description));
  return expectations.known.flatMap((entry) => {
    const verdict = judged.get(entry.case);
    if (verdict === undefined) {
      const hint = didYouMean(entry.case, [...judged.keys()]);
      return isPartial || !active.has(entry)
        ? []
        : [{ line: entry.line, message: `no case is named '${entry.case}'`, ...(hint === undefined ? {} : { hint }) }];
    }
    if (!active.has(entry)) {
      return [];
    }
    if (entry.case.startsWith('floor:') && verdict === 'pass') {
      return [{ line: entry.line, message: `the host is not below '${entry.case}'; take the entry out` }];
    }
    return verdict === 'unsupported'
      ? [{ line: entry.line, message: `'${entry.case}' is unsupported by this host, so it can't be a known failure` }]
      : [];
  });
};

/** A failure that is to be known from now on. */
export interface Failure {
  readonly id: string;
  readonly cause: Cause;
  readonly outcome: Outcome | undefined;
  readonly message: string;
}

/**
 * The file with exactly these failures: what was known keeps its reason, what is new says that nobody looked into it.
 * Entries for other versions and systems and flaky ones stay.
 */
export const updatedExpectations = (
  expectations: Expectations,
  description: HostDescription,
  failures: readonly Failure[],
): string => {
  const active = new Set(applicable(expectations, description));
  const kept = expectations.known.filter((entry) => !active.has(entry) || entry.flaky === true);
  const current = failures
    .filter(({ id }) => !kept.some((entry) => entry.case === id && active.has(entry)))
    .map(({ id, cause, outcome, message }) => {
      const old = [...active].find((entry) => entry.case === id);
      const pin = pinOf(outcome);
      return {
        case: id,
        cause,
        ...(pin === undefined ? {} : { outcome: pin }),
        reason: old?.reason ?? `not looked into yet: ${message}`,
        link: old?.link ?? 'not reported',
        ...(old?.versions === undefined ? {} : { versions: old.versions }),
        ...(old?.os === undefined ? {} : { os: old.os }),
      };
    });
  const entries = [...kept.map(({ line, ...entry }) => entry), ...current].sort((a, b) => (a.case < b.case ? -1 : 1));
  const head = '# Known failures of this host. Each entry says which failure, why, and where it is reported.\n';
  return entries.length === 0 ? head : `${head}\n${stringify({ known: entries })}\n`;
};
