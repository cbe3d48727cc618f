/**
 * The reference sandbox as a library, `sandproof/reference` (docs/reference.md). What a package exports is named here,
 * and nowhere else: nothing of ours imports this file.
 */
export type { InstantiateOptions, Provider, Report } from './engine.ts';
export type { HostContext, HostFunction, HostFunctions, HostValue } from './host-function.ts';
export { type CompileLimits, defaultCompileLimits, defaultLimits, type SandboxLimits } from './limits.ts';
export type { CallResult, Ending, LimitResource, Phase, Reference, TrapCode, Value } from './outcome.ts';
export type { CallBudget, SandboxState, Usage, Written } from './sandbox.ts';
export {
  type Called,
  createSandboxes,
  type Isolation,
  type LoadedModule,
  type LoadResult,
  type MakeResult,
  type Sandboxes,
  type SandboxesOptions,
} from './sandboxes.ts';
