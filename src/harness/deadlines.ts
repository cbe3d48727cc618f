import type { HostDescription } from '../contract/description.ts';

/** The kit's own patience, beside what a host promises. */
export interface Patience {
  /** Milliseconds beyond a limit and the declared slack after which a host is killed. */
  readonly graceMs: number;
  /** Milliseconds for a request without any limit of time. */
  readonly withoutLimitMs: number;
}

/** What the protocol says, and a grace that the report states. */
export const defaultPatience: Patience = { graceMs: 2000, withoutLimitMs: 10_000 };

/** When the kit kills a host that does not answer a request. */
export const killAfter = (limitMs: number | undefined, host: HostDescription, patience: Patience): number =>
  limitMs === undefined ? patience.withoutLimitMs : limitMs + host.declares.cpu.slackMs + patience.graceMs;

/** What the pipe, the scheduler and a garbage collector may add to a deadline, in milliseconds. */
const jitterMs = 250;

/** When an answer is late: beyond the limit, a tenth of it, the slack that the host declared, and a little jitter. */
export const lateAfter = (limitMs: number, host: HostDescription): number =>
  limitMs * 1.1 + host.declares.cpu.slackMs + jitterMs;
