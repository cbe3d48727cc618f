import { faceOf } from './exports.ts';
import {
  type HelperJob,
  helperText,
  needsReferences,
  referencesModule,
  referencesText,
  spectestText,
  targetModule,
} from './helper-text.ts';
import { type Assemble, type HostSide, showOutcome } from './host-side.ts';
import { absentInstance, type Instance, sandboxOf } from './instances.ts';
import { NotRun, unsupported } from './stops.ts';

/** The kit's own modules in a script's group. */
export interface Helpers {
  /** The module `spectest`; one for each script. */
  spectest(): Promise<Instance>;
  /**
   * The sandbox of a helper that does a job on an instance.
   *
   * @param others - what else the same helper can do, the job included: one is made for all of them.
   */
  sandboxFor(job: HelperJob, instance: Instance, others: () => readonly HelperJob[]): Promise<unknown>;
}

export const createHelpers = (host: HostSide, assemble: Assemble, script: string): Helpers => {
  let spectest: Promise<Instance> | undefined;
  let references: Promise<Instance> | undefined;
  const known = new Map<number, unknown>();

  /** A host that can't make one of the kit's own modules is one that lacks something. */
  const makeOwn = async (text: string, grants: readonly string[] = []): Promise<Instance> => {
    const bytes = await assemble(text);
    const face = faceOf(bytes);
    const loaded = await host.load(bytes);
    const made = 'outcome' in loaded ? loaded : await host.instantiate(loaded.module, {}, grants);
    return 'outcome' in made
      ? absentInstance(face, host.refusalOf(bytes, made.outcome), 0)
      : { kind: 'made', sandbox: made.sandbox, face };
  };

  const referencesInstance = (): Promise<Instance> => {
    const lacking = ['host-function:make-ref', 'host-function:same-ref'].find((feature) => !host.has(feature));
    if (lacking !== undefined) {
      throw unsupported(lacking);
    }
    references ??= makeOwn(referencesText, ['make-ref', 'same-ref']);
    return references;
  };

  const make = async (jobs: readonly HelperJob[], target: unknown): Promise<unknown> => {
    const links: Record<string, unknown> = { [targetModule]: target };
    if (jobs.some(needsReferences)) {
      links[referencesModule] = sandboxOf(await referencesInstance());
    }
    const bytes = await assemble(helperText(jobs)).catch((error: unknown) => {
      throw new NotRun({ kind: 'skipped', reason: 'constants that the assembler does not read' }, { cause: error });
    });
    const loaded = await host.load(bytes);
    const made = 'outcome' in loaded ? loaded : await host.instantiate(loaded.module, links);
    if ('sandbox' in made) {
      return made.sandbox;
    }
    const result = host.refusalOf(bytes, made.outcome);
    throw new NotRun(
      result.kind === 'failed'
        ? { kind: 'skipped', reason: `a helper was not made: ${showOutcome(made.outcome)}` }
        : result,
    );
  };

  return {
    spectest: () => {
      spectest ??= makeOwn(spectestText(script));
      return spectest;
    },
    sandboxFor: async (job, instance, others) => {
      if (known.has(job.number)) {
        return known.get(job.number);
      }
      if (!host.has('group')) {
        throw unsupported('group');
      }
      const target = sandboxOf(instance);
      let jobs = others();
      let sandbox: unknown;
      try {
        sandbox = await make(jobs, target);
      } catch (error) {
        if (!(error instanceof NotRun) || jobs.length === 1) {
          throw error;
        }
        // One of them spoils it for all: this one gets a helper of its own.
        jobs = [job];
        sandbox = await make(jobs, target);
      }
      for (const { number } of jobs) {
        known.set(number, sandbox);
      }
      return sandbox;
    },
  };
};
