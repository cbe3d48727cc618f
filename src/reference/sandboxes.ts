import type { CompiledModule } from './compile.ts';
import { createEngine, type EngineRequest, type InstantiateOptions, type Provider, type Report } from './engine.ts';
import type { CompileLimits } from './limits.ts';
import type { CallResult, Ending, Phase, Value } from './outcome.ts';
import { loadProvider } from './provider.ts';
import type { CallBudget, Written } from './sandbox.ts';
import { type Lost, type Slot, type SlotAnswer, startSlot } from './worker/slot.ts';

/** Where guests run: in the thread of their owner, or each trust domain in a Worker of its own. */
export type Isolation = 'thread' | 'worker';

export interface SandboxesOptions {
  readonly isolation: Isolation;
  /**
   * URL of a module whose export `provide` ({@link Provider}) makes host functions of grants; it is loaded where guests
   * run. Without one there are no host functions.
   */
  readonly provider?: URL;
  /** URL of the Worker's program; only needed where the library is bundled. */
  readonly workerUrl?: URL;
}

/** A module that was loaded; good for any number of sandboxes. */
export interface LoadedModule {
  readonly number: number;
  readonly compiled: CompiledModule;
}

export type LoadResult = { readonly kind: 'loaded'; readonly module: LoadedModule } | Ending;

/** A sandbox by number, or how making it ended. */
export type MakeResult =
  | { readonly kind: 'made'; readonly sandbox: number; readonly report: Report }
  | { readonly kind: 'failed'; readonly ending: Ending; readonly written?: Written };

export interface Called {
  readonly result: CallResult;
  readonly report?: Report;
}

/** Sandboxes by number, wherever they run. One interface for every isolation. */
export interface Sandboxes {
  readonly isolation: Isolation;
  load(bytes: Uint8Array, limits: CompileLimits): Promise<LoadResult>;
  instantiate(module: LoadedModule, options: InstantiateOptions): Promise<MakeResult>;
  call(sandbox: number, name: string, args: readonly Value[], budget: CallBudget): Promise<Called>;
  /** `undefined` for a sandbox that is not there. Answers at once, while a call is under way with what was known before. */
  usage(sandbox: number): Promise<Report | undefined>;
  regrant(sandbox: number, grants: readonly unknown[]): Promise<boolean>;
  /** Ends the call under way, whose result is `cancelled`, and closes the sandbox's group. Needs a Worker. */
  cancel(sandbox: number): boolean;
  drop(sandbox: number): Promise<boolean>;
  forget(module: LoadedModule): Promise<void>;
  close(): Promise<void>;
}

/** How much later than its engine the owner ends a Worker, in milliseconds. */
const marginMs = 250;
/** How long an engine that runs no guest may take to answer, in milliseconds. */
const housekeepingMs = 5000;
/** Workers that wait for a guest. */
const maxIdle = 4;

const lostEnding = (lost: Lost, phase: Phase): Ending => {
  switch (lost.kind) {
    case 'terminated':
      return lost.reason === 'cancelled'
        ? { kind: 'cancelled', phase }
        : { kind: 'limit', phase, resource: 'time', message: 'the worker was terminated at the deadline' };
    case 'out-of-memory':
      return { kind: 'limit', phase, resource: 'memory', message: 'the garbage-collected heap is full' };
    case 'died':
      return { kind: 'host-error', phase, message: lost.message };
  }
};

/** An engine and its way to be asked. */
interface Place {
  readonly alive: boolean;
  readonly modules: Set<number>;
  ask(request: EngineRequest, deadlineMs: number): Promise<SlotAnswer>;
  terminate(reason: 'deadline' | 'cancelled'): void;
  close(): Promise<void>;
}

const threadPlace = (provide: Provider): Place => {
  const engine = createEngine(provide);
  return {
    alive: true,
    modules: new Set(),
    ask: async (request) => ({ kind: 'reply', reply: engine.handle(request) }),
    terminate: () => undefined,
    close: async () => undefined,
  };
};

/** Sandboxes that run in one place together and end together. */
interface Domain {
  readonly place: Place;
  readonly key: string | undefined;
  readonly members: Set<number>;
}

/** One sandbox, as its owner knows it without asking the engine. */
interface Member {
  readonly domain: Domain;
  readonly wallMs: number;
  running: boolean;
  report: Report;
}

const nothingWritten: Written = {
  stdout: new Uint8Array(),
  stderr: new Uint8Array(),
  log: new Uint8Array(),
  truncated: false,
};

const withState = ({ usage }: Report, state: Report['usage']['state']): Report => ({
  usage: { ...usage, state },
  written: nothingWritten,
});

const rejectedCall = (reason: 'unknown-handle' | 'closed' | 'busy', message: string): Called => ({
  result: { kind: 'rejected', phase: 'call', reason, message },
});

const endingOf = (answer: SlotAnswer, phase: Phase): Ending =>
  answer.kind === 'reply'
    ? { kind: 'host-error', phase, message: 'the engine gave another answer' }
    : lostEnding(answer, phase);

/**
 * Makes an owner of sandboxes. With Workers, each group (or sandbox without one) has a Worker to itself while it
 * lives, taken from a pool and given back when the last of it is dropped; what has to be terminated is not given back.
 */
export const createSandboxes = async (options: SandboxesOptions): Promise<Sandboxes> => {
  const { isolation } = options;
  const workerUrl = options.workerUrl ?? new URL('./worker/worker-main.js', import.meta.url);
  const start = (): Slot =>
    startSlot(options.provider === undefined ? {} : { provider: options.provider.href }, workerUrl);
  const thread = isolation === 'thread' ? threadPlace(await loadProvider(options.provider?.href)) : undefined;

  const idle: Place[] = thread === undefined ? [start()] : [];
  const members = new Map<number, Member>();
  const groups = new Map<string, Domain>();
  let nextModule = 0;
  let nextSandbox = 0;

  const takePlace = (): Place => {
    if (thread !== undefined) {
      return thread;
    }
    for (let place = idle.pop(); place !== undefined; place = idle.pop()) {
      if (place.alive) {
        return place;
      }
    }
    return start();
  };
  const givePlace = (place: Place): void => {
    if (place === thread || !place.alive) {
      return;
    }
    if (idle.length < maxIdle) {
      idle.push(place);
    } else {
      void place.close();
    }
  };

  const leave = (domain: Domain, sandbox: number): void => {
    domain.members.delete(sandbox);
    members.delete(sandbox);
    if (domain.members.size === 0) {
      if (domain.key !== undefined) {
        groups.delete(domain.key);
      }
      givePlace(domain.place);
    }
  };

  const domainFor = (group: string | undefined): Domain => {
    const known = group === undefined ? undefined : groups.get(group);
    if (known !== undefined) {
      return known;
    }
    const domain: Domain = { place: takePlace(), key: group, members: new Set() };
    if (group !== undefined) {
      groups.set(group, domain);
    }
    return domain;
  };

  const places = (): Place[] => [...new Set([...idle, ...[...members.values()].map(({ domain }) => domain.place)])];

  return {
    isolation,
    load: async (bytes, limits) => {
      const place = takePlace();
      const answer = await place.ask({ op: 'load', bytes, limits }, limits.compileMs + marginMs);
      givePlace(place);
      if (answer.kind !== 'reply' || answer.reply.op !== 'load') {
        const ending = endingOf(answer, 'validate');
        return ending.kind === 'limit' ? { ...ending, resource: 'compile' } : ending;
      }
      const { result } = answer.reply;
      return result.kind === 'compiled'
        ? { kind: 'loaded', module: { number: nextModule++, compiled: result.module } }
        : result;
    },
    instantiate: async (module, make) => {
      const domain = domainFor(make.group);
      const sandbox = nextSandbox++;
      domain.members.add(sandbox);
      const { place } = domain;
      const known = place.modules.has(module.number);
      place.modules.add(module.number);
      const request: EngineRequest = {
        op: 'instantiate',
        sandbox,
        module: module.number,
        ...(known ? {} : { compiled: module.compiled }),
        options: make,
      };
      const answer = await place.ask(request, make.limits.wallMs + marginMs);
      const reply = answer.kind === 'reply' && answer.reply.op === 'instantiate' ? answer.reply : undefined;
      if (reply?.report !== undefined) {
        members.set(sandbox, { domain, wallMs: make.limits.wallMs, running: false, report: reply.report });
        return { kind: 'made', sandbox, report: reply.report };
      }
      leave(domain, sandbox);
      const ending = reply?.ending ?? endingOf(answer, 'start');
      return { kind: 'failed', ending, ...(reply?.written === undefined ? {} : { written: reply.written }) };
    },
    call: async (sandbox, name, args, budget) => {
      const member = members.get(sandbox);
      if (member === undefined) {
        return rejectedCall('unknown-handle', 'no such sandbox');
      }
      const { place } = member.domain;
      if (!place.alive) {
        return rejectedCall('closed', 'the sandbox was closed');
      }
      if (member.running) {
        return rejectedCall('busy', 'a call is under way');
      }
      member.running = true;
      const answer = await place.ask(
        { op: 'call', sandbox, name, args, budget },
        (budget.wallMs ?? member.wallMs) + marginMs,
      );
      member.running = false;
      if (answer.kind === 'reply' && answer.reply.op === 'call') {
        member.report = answer.reply.report ?? member.report;
        return answer.reply;
      }
      return { result: endingOf(answer, 'call'), report: withState(member.report, 'closed') };
    },
    usage: async (sandbox) => {
      const member = members.get(sandbox);
      if (member === undefined || member.running) {
        return member === undefined ? undefined : withState(member.report, 'running');
      }
      const answer = await member.domain.place.ask({ op: 'usage', sandbox }, housekeepingMs);
      return answer.kind === 'reply' && answer.reply.op === 'usage'
        ? answer.reply.report
        : withState(member.report, 'closed');
    },
    regrant: async (sandbox, grants) => {
      const member = members.get(sandbox);
      const answer = await member?.domain.place.ask({ op: 'regrant', sandbox, grants }, housekeepingMs);
      return answer?.kind === 'reply' && answer.reply.op === 'regrant' && answer.reply.ok;
    },
    cancel: (sandbox) => {
      const member = members.get(sandbox);
      if (member?.running) {
        member.domain.place.terminate('cancelled');
      }
      return member !== undefined;
    },
    drop: async (sandbox) => {
      const member = members.get(sandbox);
      if (member === undefined) {
        return false;
      }
      if (member.running) {
        member.domain.place.terminate('cancelled');
      }
      await member.domain.place.ask({ op: 'drop', sandbox }, housekeepingMs);
      leave(member.domain, sandbox);
      return true;
    },
    forget: async (module) => {
      for (const place of thread === undefined ? places() : [thread]) {
        if (place.modules.delete(module.number)) {
          await place.ask({ op: 'forget', module: module.number }, housekeepingMs);
        }
      }
    },
    close: async () => {
      await Promise.all(places().map((place) => place.close()));
    },
  };
};
