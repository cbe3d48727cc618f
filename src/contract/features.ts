/** WebAssembly proposals by the names that hosts declare and fixtures require. */
export const proposals = [
  'multi-value',
  'mutable-globals',
  'sign-extension',
  'saturating-float-to-int',
  'bulk-memory',
  'reference-types',
  'simd',
  'relaxed-simd',
  'extended-const',
  'tail-call',
  'threads',
  'multi-memory',
  'memory64',
  'function-references',
  'gc',
  'exceptions',
  'legacy-exceptions',
  'custom-page-sizes',
  'wide-arithmetic',
  'stack-switching',
  'js-string-builtins',
  'jspi',
  'component-model',
  'cm-async',
] as const;
export type Proposal = (typeof proposals)[number];

/** What a host can do beside running modules; `host-function:<name>` is one too, for each test function. */
export const abilities = ['typed-calls', 'group', 'output', 'references', 'regrant', 'poison'] as const;
export type Ability = (typeof abilities)[number];

/** Profiles and the suites that each is made of. A host claims profiles; a suite belongs to one. */
export const profiles = {
  core: ['memory', 'cpu', 'traps', 'crash', 'isolation', 'exhaustion', 'determinism', 'capability', 'lifecycle'],
  'js-embedding': ['js-embedding'],
  'wasi-p1': ['wasi-fs', 'wasi-env', 'wasi-io', 'wasi-time'],
  plugin: ['capabilities', 'storage', 'messaging', 'network', 'process', 'manifest', 'audit'],
  component: ['canonical-abi', 'handles', 'component-lifecycle', 'wasi-p2'],
} as const;
export type Profile = keyof typeof profiles;

/** The profile that a suite belongs to; `undefined` for a name that is no suite. */
export const profileOf = (suite: string): Profile | undefined =>
  (Object.keys(profiles) as Profile[]).find((profile) => (profiles[profile] as readonly string[]).includes(suite));
