import type { CommandResult } from './results.ts';

/** The host is gone, or does not answer: nothing more of a script can be run. */
export class HostLost extends Error {
  override readonly name = 'HostLost';
}

/** A command that ends before anything could be judged. */
export class NotRun extends Error {
  override readonly name = 'NotRun';
  readonly result: CommandResult;
  constructor(result: CommandResult, options?: ErrorOptions) {
    super(result.kind, options);
    this.result = result;
  }
}

/** The host lacks something. */
export const unsupported = (feature: string): NotRun => new NotRun({ kind: 'unsupported', feature });

/** It was left out, by nobody's fault. */
export const skipped = (reason: string): NotRun => new NotRun({ kind: 'skipped', reason });
