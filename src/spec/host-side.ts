import type { Answer, HostSession, SessionOp } from '../contract/host.ts';
import type { Limits } from '../contract/limits.ts';
import type { ReplyOf, RequestOf } from '../contract/messages.ts';
import type { Outcome } from '../contract/outcome.ts';
import { sha256 } from '../support/hash.ts';
import { proposalsUsed } from '../wasm/proposals-used.ts';
import type { CommandResult } from './results.ts';
import { HostLost, unsupported } from './stops.ts';

/** Text to bytes; rejects what the assembler can't read. Does not validate. */
export type Assemble = (text: string) => Promise<Uint8Array>;

export interface HostSideOptions {
  readonly session: HostSession;
  /** Name of the group that all sandboxes of a script are in. */
  readonly group: string;
  /** Limits of the script as a whole; only those that the host has are asked for. */
  readonly limits: Limits;
  /** The kit's own deadline for each request, in milliseconds. */
  readonly deadlineMs: number;
}

/** A host as a script needs it: modules, instances in one group, calls. */
export interface HostSide {
  has(feature: string): boolean;
  /** Whether two trap codes are ones that the host can't tell apart. */
  merges(one: string, other: string): boolean;
  load(bytes: Uint8Array): Promise<{ readonly module: unknown } | { readonly outcome: Outcome }>;
  /**
   * @param links - sandboxes by the module name that they stand for.
   * @param grants - test functions.
   */
  instantiate(
    module: unknown,
    links: Readonly<Record<string, unknown>>,
    grants?: readonly string[],
  ): Promise<{ readonly sandbox: unknown } | { readonly outcome: Outcome }>;
  /** @throws {NotRun} where the host lacks what the call needs. */
  call(
    sandbox: unknown,
    name: string,
    params: readonly string[],
    results: readonly string[],
    args?: readonly { readonly type: 'i32' | 'i64'; readonly value: string }[],
  ): Promise<Outcome>;
  /** What it comes to that a valid module was refused: the host's fault, or something that it lacks. */
  refusalOf(bytes: Uint8Array, outcome: Outcome): CommandResult;
  /** Drops all that was made. */
  clear(): Promise<void>;
}

const detailOf = (outcome: Outcome): string | undefined => {
  switch (outcome.kind) {
    case 'trapped':
      return outcome.code;
    case 'limit':
      return outcome.resource;
    case 'rejected':
      return outcome.reason;
    default:
      return undefined;
  }
};

/** An outcome that is no return, in a few words. */
export const showOutcome = (outcome: Outcome): string => {
  const detail = detailOf(outcome);
  const phase = 'phase' in outcome ? outcome.phase : undefined;
  return [
    detail === undefined ? outcome.kind : `${outcome.kind}:${detail}`,
    ...(phase === undefined ? [] : [`at ${phase}`]),
    ...(outcome.message === undefined ? [] : [`(${outcome.message})`]),
  ].join(' ');
};

const noAnswer = (answer: Exclude<Answer<unknown>, { kind: 'reply' }>): string =>
  answer.kind === 'host-hang' ? `no answer in ${Math.round(answer.afterMs)} ms` : `${answer.kind}: ${answer.detail}`;

/** A host's side for one script. */
export const createHostSide = ({ session, group, limits, deadlineMs }: HostSideOptions): HostSide => {
  const { description } = session;
  const has = (feature: string): boolean => description.features.includes(feature);
  const isGrouped = has('group');
  const supported = Object.fromEntries(
    Object.entries(limits).filter(([field]) => description.limits[field as keyof Limits]?.supported === true),
  ) as Limits;
  const sandboxes: unknown[] = [];
  const modules: unknown[] = [];

  const ask = async <K extends SessionOp>(request: RequestOf<K>): Promise<ReplyOf<K>> => {
    const answer = await session.send(request, { deadlineMs });
    if (answer.kind !== 'reply') {
      throw new HostLost(noAnswer(answer));
    }
    return answer.reply;
  };

  /** The first member's limits bind the group; the others have a deadline only. */
  const limitsOfNext = (): Limits => {
    if (!isGrouped || sandboxes.length === 0) {
      return supported;
    }
    return supported.wallMs === undefined ? {} : { wallMs: supported.wallMs };
  };

  return {
    has,
    merges: (one, other) =>
      description.declares.trapMerging.some((pair) => {
        const codes: readonly string[] = pair;
        return codes.includes(one) && codes.includes(other);
      }),
    load: async (bytes) => {
      const wasm = { base64: Buffer.from(bytes).toString('base64'), sha256: sha256(bytes) };
      const { module, outcome } = await ask<'load'>({ op: 'load', kind: 'module', wasm });
      if (module === undefined) {
        return { outcome: outcome ?? { kind: 'host-error', message: 'neither a module nor an outcome' } };
      }
      modules.push(module);
      return { module };
    },
    instantiate: async (module, links, grants = []) => {
      const isLinked = Object.keys(links).length > 0;
      if (isLinked && !isGrouped) {
        throw unsupported('group');
      }
      const own = limitsOfNext();
      const { sandbox, outcome } = await ask<'instantiate'>({
        op: 'instantiate',
        module,
        ...(Object.keys(own).length === 0 ? {} : { limits: own }),
        ...(isGrouped ? { group } : {}),
        ...(isLinked ? { link: links } : {}),
        ...(grants.length === 0
          ? {}
          : { grants: grants.map((scope) => ({ capability: 'host-function' as const, scope })) }),
      });
      if (sandbox === undefined) {
        return { outcome: outcome ?? { kind: 'host-error', message: 'neither a sandbox nor an outcome' } };
      }
      sandboxes.push(sandbox);
      return { sandbox };
    },
    call: async (sandbox, name, params, results, args = []) => {
      const { outcome } = await ask<'call'>({
        op: 'call',
        sandbox,
        export: name,
        args: [...args],
        params: [...params],
        results: [...results],
      });
      if (outcome.kind === 'unsupported') {
        throw unsupported(outcome.feature);
      }
      if (outcome.kind === 'rejected' && outcome.reason === 'poisoned') {
        throw unsupported('calls after a trap');
      }
      return outcome;
    },
    refusalOf: (bytes, outcome) => {
      if (outcome.kind === 'unsupported') {
        return { kind: 'unsupported', feature: outcome.feature };
      }
      const used = outcome.kind === 'rejected' ? proposalsUsed(bytes) : new Set<string>();
      const lacking =
        used === undefined ? ['a proposal that the kit does not know'] : [...used].filter((name) => !has(name)).sort();
      return lacking.length > 0
        ? { kind: 'unsupported', feature: lacking.join(', ') }
        : { kind: 'failed', message: `the module was not made: ${showOutcome(outcome)}` };
    },
    clear: async () => {
      for (const sandbox of sandboxes) {
        await ask<'drop'>({ op: 'drop', sandbox });
      }
      for (const module of modules) {
        await ask<'drop'>({ op: 'drop', module });
      }
    },
  };
};
