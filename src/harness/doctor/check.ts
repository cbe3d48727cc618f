import type { HostDescription } from '../../contract/description.ts';
import type { Answer, HostSession, SessionOp } from '../../contract/host.ts';
import type { ReplyOf, RequestOf } from '../../contract/messages.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { sha256 } from '../../support/hash.ts';

/** What one look at a driver found. `should`: right by the protocol, but trouble to come. */
export interface Finding {
  readonly level: 'must' | 'should';
  readonly message: string;
}

/** What a check works with: a fresh session of the driver, and ways to ask it. */
export interface Patient {
  readonly session: HostSession;
  readonly description: HostDescription;
  /** Folder for files that a driver is to read. */
  readonly scratch: string;
  ask<K extends SessionOp>(request: RequestOf<K>): Promise<Answer<ReplyOf<K>>>;
  /** Whether `started` came before the last reply. */
  readonly startedNotices: number;
}

/** One way to look at a driver. Each runs in a session of its own. */
export interface DoctorCheck {
  readonly name: string;
  /** Whether it says anything about this driver; absent for always. */
  readonly appliesTo?: (description: HostDescription) => boolean;
  run(patient: Patient): Promise<readonly Finding[]>;
}

/** A finding that breaks the protocol. */
export const must = (message: string): Finding => ({ level: 'must', message });
/** A finding that will cost someone time. */
export const should = (message: string): Finding => ({ level: 'should', message });

const deadlineMs = 10_000;

/** A patient over a session. */
export const createPatient = (session: HostSession, scratch: string): Patient => {
  let startedNotices = 0;
  return {
    session,
    description: session.description,
    scratch,
    get startedNotices() {
      return startedNotices;
    },
    ask: (request) =>
      session.send(request, {
        deadlineMs,
        onStarted: () => {
          startedNotices += 1;
        },
      }),
  };
};

/** What an answer that is no reply means, in words. */
export const describeEnd = (answer: Exclude<Answer<unknown>, { kind: 'reply' }>): string =>
  answer.kind === 'host-hang' ? `no answer within ${deadlineMs / 1000} s` : answer.detail;

/** The bytes of a module as `load` takes them. */
export const inline = (bytes: Uint8Array): RequestOf<'load'>['wasm'] => ({
  base64: Buffer.from(bytes).toString('base64'),
  sha256: sha256(bytes),
});

/** Loads a module; its handle, or what is wrong. */
export const loadModule = async (
  patient: Patient,
  bytes: Uint8Array,
): Promise<{ readonly module: unknown } | { readonly problem: string; readonly outcome?: Outcome }> => {
  const answer = await patient.ask<'load'>({ op: 'load', kind: 'module', wasm: inline(bytes) });
  if (answer.kind !== 'reply') {
    return { problem: describeEnd(answer) };
  }
  const { module, outcome } = answer.reply;
  if (module !== undefined) {
    return { module };
  }
  return {
    problem: outcome === undefined ? 'neither module nor outcome' : JSON.stringify(outcome),
    ...(outcome === undefined ? {} : { outcome }),
  };
};

/** Makes a sandbox; its handle, or what is wrong. */
export const makeSandbox = async (
  patient: Patient,
  request: Omit<RequestOf<'instantiate'>, 'op'>,
): Promise<{ readonly sandbox: unknown } | { readonly problem: string; readonly outcome?: Outcome }> => {
  const answer = await patient.ask<'instantiate'>({ op: 'instantiate', ...request });
  if (answer.kind !== 'reply') {
    return { problem: describeEnd(answer) };
  }
  const { sandbox, outcome } = answer.reply;
  if (sandbox !== undefined) {
    return { sandbox };
  }
  return {
    problem: outcome === undefined ? 'neither sandbox nor outcome' : JSON.stringify(outcome),
    ...(outcome === undefined ? {} : { outcome }),
  };
};

/** Whether an outcome is a rejection with one of these reasons. */
export const isRejected = (outcome: Outcome | undefined, reasons: readonly string[]): boolean =>
  outcome?.kind === 'rejected' && reasons.includes(outcome.reason ?? '');
