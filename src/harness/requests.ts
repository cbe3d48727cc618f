import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostDescription } from '../contract/description.ts';
import type { CallStep, CpuBudget, InstantiateStep, LoadStep, StepLimits } from '../contract/fixture.ts';
import type { Limits } from '../contract/limits.ts';
import type { RequestOf } from '../contract/messages.ts';
import type { Mechanism } from '../contract/plan.ts';
import type { WireValue } from '../contract/value.ts';
import type { PreparedModule } from '../fixtures/module-store.ts';
import { type FuelRate, fuelFor } from './fuel-rate.ts';

/** Modules beyond this are sent by path, not inside the message. */
const inlineBytes = 256 * 1024;

/** In the `@fuel` variant a deadline stands behind the fuel, so that a host without a working meter costs less time. */
const backstop = (cpu: CpuBudget): number => Math.max(2000, 10 * cpu.milliseconds);

/** Limits in the protocol's form; iterations become fuel at the host's own rate. */
export const toWireLimits = (limits: StepLimits, rate: FuelRate | undefined): Limits => {
  const { fuel, ...rest } = limits;
  if (fuel === undefined) {
    return rest;
  }
  const amount =
    'exact' in fuel ? fuel.exact : fuelFor(rate ?? { perIteration: 1, base: 0 }, fuel.iterations).toString();
  return { ...rest, fuel: amount };
};

/** The limits of a sandbox with the case's CPU budget added. A later member of a group has its store's. */
export const withCpuBudget = (
  step: InstantiateStep,
  cpu: CpuBudget | undefined,
  mechanism: Mechanism | undefined,
  isLaterMember: boolean,
  host: HostDescription,
): StepLimits => {
  if (cpu === undefined || mechanism === undefined) {
    return step.limits;
  }
  if (mechanism === 'time') {
    return { wallMs: cpu.milliseconds, ...step.limits };
  }
  return {
    ...(host.limits.wallMs?.supported ? { wallMs: backstop(cpu) } : {}),
    ...(isLaterMember ? {} : { fuel: { iterations: cpu.iterations } }),
    ...step.limits,
  };
};

const notEmpty = <K extends string, T extends object>(key: K, value: T): { [P in K]?: T } =>
  Object.keys(value).length === 0 ? {} : ({ [key]: value } as { [P in K]?: T });

/** Large modules are written to the run's folder and sent by path. */
export const loadRequest = (step: LoadStep, module: PreparedModule, scratch: string): RequestOf<'load'> => {
  const { sha256, bytes, kind } = module;
  let wasm: RequestOf<'load'>['wasm'];
  if (bytes.length <= inlineBytes) {
    wasm = { base64: Buffer.from(bytes).toString('base64'), sha256 };
  } else {
    const path = join(scratch, `${sha256}.wasm`);
    writeFileSync(path, bytes);
    wasm = { path, sha256 };
  }
  return { op: 'load', kind, wasm, ...notEmpty('limits', toWireLimits(step.limits, undefined)) };
};

/** What is empty is left out: a driver sees only what it must deal with. */
export const instantiateRequest = (
  step: InstantiateStep,
  module: unknown,
  limits: Limits,
  links: Readonly<Record<string, unknown>>,
): RequestOf<'instantiate'> => ({
  op: 'instantiate',
  module,
  ...notEmpty('limits', limits),
  ...(step.grants.length === 0 ? {} : { grants: [...step.grants] }),
  ...(step.wasi === undefined ? {} : { wasi: step.wasi }),
  ...(step.group === undefined ? {} : { group: step.group }),
  ...notEmpty('link', links),
});

/** With the export's static types, where the module is known and the step does not want a wrong call. */
export const callRequest = (
  step: CallStep,
  sandbox: unknown,
  args: readonly WireValue[],
  module: PreparedModule | undefined,
  limits: Limits,
): RequestOf<'call'> => {
  const type = step.untyped ? undefined : module?.exports.get(step.export);
  return {
    op: 'call',
    sandbox,
    export: step.export,
    args: [...args],
    ...(type === undefined ? {} : { params: [...type.params], results: [...type.results] }),
    ...notEmpty('limits', limits),
  };
};
