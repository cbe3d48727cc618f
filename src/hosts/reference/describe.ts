import type { HostDescriptionInput } from '../../contract/description.ts';
import { testFunctions } from '../../contract/test-functions.ts';
import { defaultCompileLimits, defaultLimits } from '../../reference/limits.ts';
import { defaultCosts } from '../../reference/meter/costs.ts';
import type { Isolation } from '../../reference/sandboxes.ts';
import { engineProposals } from '../../wasm/proposal-probes.ts';

/** Sandboxes that run at the same time in Workers. */
const workerConcurrency = 8;

/** What the reference host says of itself. */
export const describe = (isolation: Isolation, version: string): HostDescriptionInput => {
  const supported = { supported: true, granularity: 1 };
  return {
    protocol: 1,
    host: {
      name: 'reference',
      version,
      engine: 'V8',
      engineVersion: process.versions.v8,
      language: 'TypeScript',
      os: process.platform,
      arch: process.arch,
    },
    profiles: ['core', 'js-embedding'],
    features: [
      ...engineProposals(),
      'typed-calls',
      'group',
      'output',
      'references',
      'regrant',
      ...testFunctions.map((name) => `host-function:${name}`),
    ],
    limits: {
      memoryBytes: { supported: true, granularity: 65_536, mechanism: 'metering', default: defaultLimits.memoryBytes },
      fuel: { ...supported, mechanism: defaultCosts.version, default: defaultLimits.fuel.toString() },
      wallMs: { ...supported, mechanism: 'v8-termination', default: defaultLimits.wallMs },
      tableElements: { ...supported, mechanism: 'metering', default: defaultLimits.tableElements },
      instances: { ...supported, default: defaultLimits.instances },
      outputBytes: { ...supported, default: defaultLimits.outputBytes },
      hostcallBytes: { ...supported, default: defaultLimits.hostcallBytes },
      moduleBytes: { ...supported, default: defaultCompileLimits.moduleBytes },
      compileMs: { ...supported, default: defaultCompileLimits.compileMs },
    },
    concurrency: isolation === 'worker' ? workerConcurrency : 1,
    declares: {
      cpu: {
        mechanism: 'fuel',
        deterministic: true,
        hostCallsInterruptible: true,
        perSandbox: true,
        slackMs: 50,
        overshoot: '100000',
      },
      memory: { growFailure: 'minus-one', scope: 'sandbox' },
      afterTrap: 'usable',
      unknownImports: 'reject',
      state: 'persists',
      isolation: isolation === 'worker' ? 'thread' : 'none',
      // V8 has one message for each of these pairs.
      trapMerging: [
        ['uninitialized-element', 'indirect-call-type-mismatch'],
        ['integer-overflow', 'invalid-conversion-to-integer'],
      ],
    },
  };
};
