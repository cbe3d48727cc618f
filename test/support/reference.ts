import { compile } from '../../src/reference/compile.ts';
import type { HostFunction } from '../../src/reference/host-function.ts';
import { defaultCompileLimits, defaultLimits, type SandboxLimits } from '../../src/reference/limits.ts';
import type { Ending } from '../../src/reference/outcome.ts';
import { instantiate, type Sandbox, type SandboxOptions } from '../../src/reference/sandbox.ts';
import { createStore, type Store } from '../../src/reference/store.ts';

export interface MakeOptions {
  readonly limits?: Partial<SandboxLimits>;
  /** Functions of the module `host`. */
  readonly functions?: Readonly<Record<string, HostFunction>>;
  readonly store?: Store;
  readonly links?: SandboxOptions['links'];
  readonly afterTrap?: SandboxOptions['afterTrap'];
}

/** Compiles and instantiates in this thread; how it ended where it did not come to a sandbox. */
export const tryMake = (bytes: Uint8Array, options: MakeOptions = {}): Sandbox | Ending => {
  const compiled = compile(bytes, defaultCompileLimits);
  if (compiled.kind !== 'compiled') {
    return compiled;
  }
  const limits = { ...defaultLimits, wallMs: 2000, ...options.limits };
  const made = instantiate(compiled.module, {
    store: options.store ?? createStore(limits, false),
    functions: new Map(
      options.functions === undefined ? [] : [['host', new Map(Object.entries(options.functions))] as const],
    ),
    links: options.links ?? new Map(),
    wallMs: limits.wallMs,
    afterTrap: options.afterTrap ?? 'usable',
  });
  return made.kind === 'instantiated' ? made.sandbox : made.ending;
};

/** A sandbox, where there is one. */
export const make = (bytes: Uint8Array, options: MakeOptions = {}): Sandbox => {
  const made = tryMake(bytes, options);
  if ('kind' in made) {
    throw new Error(`no sandbox: ${JSON.stringify(made)}`);
  }
  return made;
};

/** A host function without a type. */
export const hostFunction = (
  call: HostFunction['call'],
  params: readonly string[] = [],
  results: readonly string[] = [],
): HostFunction => ({
  params,
  results,
  call,
});
