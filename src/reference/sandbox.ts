import { endsByFuel, initializer, startsAtOnce } from './bounded.ts';
import { type CompiledModule, compileShared } from './compile.ts';
import { withDeadline } from './deadline.ts';
import { createHostCalls } from './host-calls.ts';
import type { HostFunctions } from './host-function.ts';
import { type Links, type LinkTarget, resolveImports } from './imports.ts';
import type { ExportInfo, FunctionSignature } from './module-info.ts';
import type { CallRejection, CallResult, Ending, Phase, Value } from './outcome.ts';
import { createReferences, type ReferenceTable } from './references.ts';
import type { Counter, Store } from './store.ts';
import { trapCodeOf } from './traps.ts';

export type SandboxState = 'idle' | 'running' | 'poisoned' | 'closed';

/** What a sandbox has used; of its whole store where it shares one. */
export interface Usage {
  readonly state: SandboxState;
  readonly memoryBytes: number;
  readonly fuelUsed: bigint;
  readonly fuelLeft: bigint;
}

/** What the guest wrote through host functions since it was last taken. */
export interface Written {
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly log: Uint8Array;
  readonly truncated: boolean;
}

export interface CallBudget {
  /** Sets the balance from now on. */
  readonly fuel?: bigint;
  /** Milliseconds; the sandbox's own where it is absent. */
  readonly wallMs?: number;
}

/** A guest that lives in the thread of its owner. */
export interface Sandbox extends LinkTarget {
  readonly state: SandboxState;
  call(name: string, args: readonly Value[], budget?: CallBudget): CallResult;
  /** Type of an exported function, as the module declares it. */
  signatureOf(name: string): FunctionSignature | undefined;
  usage(): Usage;
  takeWritten(): Written;
  /** From now on only these host functions (`module NUL name`) may be called; any other ends the guest `denied`. */
  grantOnly(keys: ReadonlySet<string>): void;
  close(): void;
}

export interface SandboxOptions {
  readonly store: Store;
  readonly functions: HostFunctions;
  readonly links: Links;
  /** Milliseconds for the instantiation, and for calls that bring no budget of their own. */
  readonly wallMs: number;
  /** Whether a guest that trapped may be called again. */
  readonly afterTrap: 'usable' | 'poisoned';
}

/** A sandbox, or how making it ended. */
export type InstantiateResult =
  | { readonly kind: 'instantiated'; readonly sandbox: Sandbox }
  /** What its start function wrote before it ended is not lost. */
  | { readonly kind: 'failed'; readonly ending: Ending; readonly written: Written };

const rejectedCall = (reason: CallRejection, message: string): Ending => ({
  kind: 'rejected',
  phase: 'call',
  reason,
  message,
});

const timeLimit = (phase: Phase, milliseconds: number): Ending => ({
  kind: 'limit',
  phase,
  resource: 'time',
  message: `not done within ${milliseconds} ms`,
});

const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && error.message === 'Maximum call stack size exceeded';

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError && /could not allocate memory|Out of memory/.test(error.message);

/** What an error that reached the owner means. Only errors of the engine come here: host functions let none out. */
const endingOf = (error: unknown, phase: Phase): Ending => {
  if (isStackOverflow(error)) {
    return { kind: 'limit', phase, resource: 'stack', message: 'call stack exhausted' };
  }
  if (isOutOfMemory(error)) {
    return { kind: 'limit', phase, resource: 'memory', message: 'the engine could not allocate memory' };
  }
  if (error instanceof WebAssembly.RuntimeError) {
    return { kind: 'trapped', phase, code: trapCodeOf(error.message), message: error.message };
  }
  if (error instanceof WebAssembly.LinkError) {
    return { kind: 'rejected', phase: 'link', reason: 'import-type', message: error.message };
  }
  if (error instanceof WebAssembly.Exception) {
    return { kind: 'threw', phase, message: 'an exception left the guest' };
  }
  // Host functions let nothing out, so this is the engine refusing an argument before the guest is entered.
  if (error instanceof TypeError && phase === 'call') {
    return rejectedCall('argument-mismatch', error.message);
  }
  return { kind: 'host-error', phase, message: String(error) };
};

/** How a host function wanted the guest to end. */
const takeEnding = (store: Store): Ending | undefined => {
  const { ending } = store;
  store.ending = undefined;
  return ending;
};

/** Runs guest code within the store's budgets and says how it ended. */
const runGuest = <T>(
  store: Store,
  wallMs: number,
  isBounded: boolean,
  phaseOf: () => Phase,
  run: () => T,
): { value: T } | Ending => {
  store.ending = undefined;
  store.depth = 0;
  store.deadline = performance.now() + wallMs;
  let failed: { error: unknown } | undefined;
  const timed = withDeadline(
    wallMs,
    () => {
      try {
        return { value: run() };
      } catch (error) {
        failed = { error };
        return undefined;
      }
    },
    isBounded,
  );
  const phase = phaseOf();
  const ending = takeEnding(store);
  if (timed.kind === 'timeout') {
    return timeLimit(phase, wallMs);
  }
  if (store.outOfFuel) {
    return { kind: 'limit', phase, resource: 'fuel', message: 'out of fuel' };
  }
  if (ending !== undefined) {
    return 'phase' in ending ? { ...ending, phase } : ending;
  }
  if (failed !== undefined) {
    return endingOf(failed.error, phase);
  }
  return timed.value ?? { kind: 'host-error', phase, message: 'the guest neither returned nor failed' };
};

/** JavaScript's form of an argument; `undefined` where it does not have the parameter's type. */
const toEngine = (value: Value, type: string, references: ReferenceTable): { value: unknown } | undefined => {
  switch (type) {
    case 'i32':
    case 'f32':
    case 'f64':
      return typeof value === 'number' ? { value } : undefined;
    case 'i64':
      return typeof value === 'bigint' ? { value } : undefined;
    case 'v128':
      return undefined;
    default: {
      if (value === null) {
        return { value: null };
      }
      const found = typeof value === 'object' ? references.objectOf(value) : undefined;
      return found === undefined ? undefined : { value: found.object };
    }
  }
};

const fromEngine = (value: unknown, type: string, references: ReferenceTable): Value | undefined => {
  switch (type) {
    case 'i32':
    case 'f32':
    case 'f64':
    case 'i64':
      return value as number | bigint;
    default:
      return value === null ? null : references.tokenOf(value);
  }
};

const resultsOf = (returned: unknown, types: readonly string[], references: ReferenceTable): CallResult => {
  const raw = types.length === 0 ? [] : types.length === 1 ? [returned] : [...(returned as Iterable<unknown>)];
  const values = raw.map((value, index) => fromEngine(value, types[index] ?? '', references));
  return values.includes(undefined)
    ? { kind: 'limit', phase: 'call', resource: 'handles', message: 'more references than a sandbox may have' }
    : { kind: 'returned', values: values as Value[] };
};

type Exports = Readonly<Record<string, unknown>>;

const noExports = (): Exports => Object.create(null) as Exports;

const takesNothing = (signature: FunctionSignature | undefined): boolean =>
  signature?.params.length === 0 && signature.results.length === 0;

/**
 * Makes the instance and runs what runs by itself: the start function, then an exported `_initialize`.
 *
 * @param onExports - told of the exports before any of the guest's code runs.
 */
const instantiateIn = (
  module: CompiledModule,
  imports: WebAssembly.Imports,
  store: Store,
  onExports: (exports: Exports) => void,
): void => {
  const { module: wasm, names } = store.shared ? compileShared(module) : { module: module.own, names: module.names };
  if (store.shared) {
    const own = store.counters();
    const counters = Object.create(null) as Record<string, unknown>;
    counters[names.fuel] = own.fuel;
    counters[names.memoryBytes] = own.memoryBytes;
    counters[names.tableElements] = own.tableElements;
    imports[names.module] = counters;
  }
  const { exports } = new WebAssembly.Instance(wasm, imports);
  if (!store.shared) {
    store.adopt({
      fuel: exports[names.fuel] as Counter,
      memoryBytes: exports[names.memoryBytes] as Counter,
      tableElements: exports[names.tableElements] as Counter,
    });
  }
  onExports(exports);
  if (module.info.hasStart) {
    (exports[names.start] as () => void)();
  }
  const initialize = module.info.exports.find((item) => item.name === initializer);
  if (takesNothing(initialize?.signature)) {
    (exports[initializer] as () => void)();
  }
};

/**
 * Makes a sandbox: links, checks what the module declares against the budgets, initialises, starts. Everything from
 * the link on runs within `wallMs`.
 */
export const instantiate = (module: CompiledModule, options: SandboxOptions): InstantiateResult => {
  const { store } = options;
  let state: SandboxState = 'running';
  let exports = noExports();
  const declared = new Map<string, ExportInfo>(module.info.exports.map((item) => [item.name, item]));
  const references = createReferences();
  const guestFunction = (name: string): unknown => (declared.get(name)?.kind === 'func' ? exports[name] : undefined);
  const hostCalls = createHostCalls({
    store,
    functions: options.functions,
    guestFunction,
    guestMemory: () => (declared.get('memory')?.kind === 'memory' ? (exports.memory as WebAssembly.Memory) : undefined),
    // Of a group, this may be another member than the one whose call is under way.
    close: () => {
      state = 'closed';
    },
  });

  const fail = (ending: Ending): InstantiateResult => ({ kind: 'failed', ending, written: hostCalls.takeWritten() });
  if (options.wallMs <= 0) {
    return fail(timeLimit('instantiate', options.wallMs));
  }
  const resolved = resolveImports(module, options.functions, options.links, hostCalls.wrap);
  if (resolved.kind !== 'resolved') {
    return fail(resolved);
  }
  const refused = store.reserve(module.info);
  if (refused !== undefined) {
    return fail(refused);
  }
  let phase: Phase = 'instantiate';
  const made = runGuest(
    store,
    options.wallMs,
    startsAtOnce(module, options.wallMs),
    () => phase,
    () =>
      instantiateIn(module, resolved.imports, store, (own) => {
        exports = own;
        phase = 'start';
      }),
  );
  if (!('value' in made)) {
    return fail(made);
  }
  state = 'idle';

  const leave = (ending: Ending): Ending => {
    if (ending.kind === 'exited' || ending.kind === 'cancelled') {
      state = 'closed';
    } else {
      state = options.afterTrap === 'poisoned' && ending.kind !== 'rejected' ? 'poisoned' : 'idle';
    }
    return ending;
  };

  const convert = (args: readonly Value[], types: readonly string[]): unknown[] | undefined => {
    const converted = args.map((value, index) => toEngine(value, types[index] ?? '', references));
    return args.length === types.length && converted.every((value) => value !== undefined)
      ? converted.map((each) => each?.value)
      : undefined;
  };

  const call: Sandbox['call'] = (name, args, budget = {}) => {
    if (state !== 'idle') {
      return rejectedCall(state === 'running' ? 'busy' : state, `the sandbox is ${state}`);
    }
    const item = declared.get(name);
    if (item?.kind !== 'func' || item.signature === undefined) {
      return rejectedCall('no-such-export', `no function is exported as '${name}'`);
    }
    const { params, results } = item.signature;
    const converted = convert(args, params);
    if (converted === undefined || results.includes('v128')) {
      return rejectedCall('argument-mismatch', `'${name}' takes (${params.join(' ')})`);
    }
    const wallMs = budget.wallMs ?? options.wallMs;
    if (wallMs <= 0) {
      return timeLimit('call', wallMs);
    }
    if (budget.fuel !== undefined) {
      store.setFuel(budget.fuel);
    }
    state = 'running';
    const ran = runGuest(
      store,
      wallMs,
      endsByFuel(module, store.fuelLeft(), wallMs),
      () => 'call',
      () => (exports[name] as (...values: unknown[]) => unknown)(...converted),
    );
    state = 'idle';
    return 'value' in ran ? resultsOf(ran.value, results, references) : leave(ran);
  };

  const sandbox: Sandbox = {
    get state() {
      return state;
    },
    call,
    exportValue: (name) => (state !== 'closed' && declared.has(name) ? exports[name] : undefined),
    signatureOf: (name) => declared.get(name)?.signature,
    usage: () => ({
      state,
      memoryBytes: store.memoryBytes(),
      fuelUsed: store.fuelUsed(),
      fuelLeft: store.fuelLeft(),
    }),
    takeWritten: hostCalls.takeWritten,
    grantOnly: hostCalls.grantOnly,
    close: () => {
      state = 'closed';
      exports = noExports();
    },
  };
  return { kind: 'instantiated', sandbox };
};
