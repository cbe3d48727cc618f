import { abandon } from './collect.ts';
import { type CompiledModule, type CompileResult, compile } from './compile.ts';
import type { HostFunctions } from './host-function.ts';
import type { LinkTarget } from './imports.ts';
import type { CompileLimits, SandboxLimits } from './limits.ts';
import type { CallRejection, CallResult, Ending, Value } from './outcome.ts';
import { type CallBudget, instantiate, type Sandbox, type Usage, type Written } from './sandbox.ts';
import { createStore, type Store } from './store.ts';

/** The functions that grants stand for. What a grant is, is between a host and its provider; it must be plain data. */
export type Provider = (grants: readonly unknown[]) => HostFunctions;

/** What a sandbox is made with. Plain data. */
export interface InstantiateOptions {
  readonly limits: SandboxLimits;
  readonly grants: readonly unknown[];
  readonly afterTrap: 'usable' | 'poisoned';
  /** Sandboxes of one group share a store; only they may be linked. */
  readonly group?: string;
  /** Sandboxes by the module name under which the guest imports them. */
  readonly links: Readonly<Record<string, number>>;
}

/** What a sandbox says about itself with every answer. */
export interface Report {
  readonly usage: Usage;
  readonly written: Written;
}

/** Requests to an engine; sandboxes and modules have numbers that the owner chose. Plain data. */
export type EngineRequest =
  | { readonly op: 'load'; readonly bytes: Uint8Array; readonly limits: CompileLimits }
  /** `compiled` the first time that this engine sees the module. */
  | {
      readonly op: 'instantiate';
      readonly sandbox: number;
      readonly module: number;
      readonly compiled?: CompiledModule;
      readonly options: InstantiateOptions;
    }
  | {
      readonly op: 'call';
      readonly sandbox: number;
      readonly name: string;
      readonly args: readonly Value[];
      readonly budget: CallBudget;
    }
  | { readonly op: 'usage'; readonly sandbox: number }
  | { readonly op: 'regrant'; readonly sandbox: number; readonly grants: readonly unknown[] }
  | { readonly op: 'drop'; readonly sandbox: number }
  | { readonly op: 'forget'; readonly module: number };

/** Replies to {@link EngineRequest}, each under the name of its operation. Plain data. */
export type EngineReply =
  | { readonly op: 'load'; readonly result: CompileResult }
  | { readonly op: 'instantiate'; readonly ending?: Ending; readonly written?: Written; readonly report?: Report }
  | { readonly op: 'call'; readonly result: CallResult; readonly report?: Report }
  | { readonly op: 'usage'; readonly report?: Report }
  | { readonly op: 'regrant'; readonly ok: boolean }
  | { readonly op: 'drop'; readonly ok: boolean }
  | { readonly op: 'forget'; readonly ok: boolean };

export type RequestTo<K extends EngineRequest['op']> = Extract<EngineRequest, { op: K }>;
export type ReplyTo<K extends EngineRequest['op']> = Extract<EngineReply, { op: K }>;

/** Sandboxes of one thread, by number. */
export interface Engine {
  handle(request: EngineRequest): EngineReply;
}

const rejected = (phase: 'link' | 'call', reason: CallRejection | 'unknown-link', message: string): Ending => ({
  kind: 'rejected',
  phase,
  reason,
  message,
});

interface Member {
  readonly sandbox: Sandbox;
  readonly group: string | undefined;
}

const functionKeys = (functions: HostFunctions): Set<string> =>
  new Set([...functions].flatMap(([module, names]) => [...names.keys()].map((name) => `${module}\0${name}`)));

export const createEngine = (provide: Provider): Engine => {
  const modules = new Map<number, CompiledModule>();
  const members = new Map<number, Member>();
  const groups = new Map<string, { readonly store: Store; alive: number }>();

  const storeFor = (options: InstantiateOptions): Store => {
    if (options.group === undefined) {
      return createStore(options.limits, false);
    }
    const known = groups.get(options.group) ?? { store: createStore(options.limits, true), alive: 0 };
    groups.set(options.group, known);
    return known.store;
  };

  const linksOf = (options: InstantiateOptions): Map<string, LinkTarget> | Ending => {
    const links = new Map<string, LinkTarget>();
    for (const [name, number] of Object.entries(options.links)) {
      const target = members.get(number);
      if (target === undefined || target.group === undefined || target.group !== options.group) {
        return rejected('link', 'unknown-link', `'${name}' is no sandbox of the same group`);
      }
      links.set(name, target.sandbox);
    }
    return links;
  };

  const reportOf = ({ sandbox }: Member): Report => ({ usage: sandbox.usage(), written: sandbox.takeWritten() });

  const start = (request: Extract<EngineRequest, { op: 'instantiate' }>): EngineReply => {
    const { op, options } = request;
    if (request.compiled !== undefined) {
      modules.set(request.module, request.compiled);
    }
    const module = modules.get(request.module);
    const links = linksOf(options);
    if (module === undefined) {
      return { op, ending: rejected('call', 'unknown-handle', 'no such module') };
    }
    if (!(links instanceof Map)) {
      return { op, ending: links };
    }
    const store = storeFor(options);
    const functions = provide(options.grants);
    const made = instantiate(module, {
      store,
      functions,
      links,
      wallMs: options.limits.wallMs,
      afterTrap: options.afterTrap,
    });
    const group = options.group === undefined ? undefined : groups.get(options.group);
    if (made.kind === 'failed') {
      if (options.group !== undefined && group?.alive === 0) {
        groups.delete(options.group);
      }
      if (group === undefined || group.alive === 0) {
        abandon(store.memoryBytes());
      }
      return { op, ending: made.ending, written: made.written };
    }
    const member = { sandbox: made.sandbox, group: options.group };
    members.set(request.sandbox, member);
    if (group !== undefined) {
      group.alive += 1;
    }
    return { op, report: reportOf(member) };
  };

  const drop = (number: number): boolean => {
    const member = members.get(number);
    if (member === undefined) {
      return false;
    }
    members.delete(number);
    const { memoryBytes } = member.sandbox.usage();
    member.sandbox.close();
    const group = member.group === undefined ? undefined : groups.get(member.group);
    if (member.group !== undefined && group !== undefined) {
      group.alive -= 1;
      if (group.alive === 0) {
        groups.delete(member.group);
      }
    }
    if (group === undefined || group.alive === 0) {
      abandon(memoryBytes);
    }
    return true;
  };

  return {
    handle: (request) => {
      switch (request.op) {
        case 'load':
          return { op: 'load', result: compile(request.bytes, request.limits) };
        case 'instantiate':
          return start(request);
        case 'call': {
          const member = members.get(request.sandbox);
          if (member === undefined) {
            return { op: 'call', result: rejected('call', 'unknown-handle', 'no such sandbox') };
          }
          const result = member.sandbox.call(request.name, request.args, request.budget);
          return { op: 'call', result, report: reportOf(member) };
        }
        case 'usage': {
          const member = members.get(request.sandbox);
          return member === undefined ? { op: 'usage' } : { op: 'usage', report: reportOf(member) };
        }
        case 'regrant': {
          const member = members.get(request.sandbox);
          member?.sandbox.grantOnly(functionKeys(provide(request.grants)));
          return { op: 'regrant', ok: member !== undefined };
        }
        case 'drop':
          return { op: 'drop', ok: drop(request.sandbox) };
        case 'forget':
          return { op: 'forget', ok: modules.delete(request.module) };
      }
    },
  };
};
