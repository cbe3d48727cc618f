import { type LimitField, type Limits, limitFields } from '../../contract/limits.ts';
import { canaryModule } from '../canary-guest.ts';
import { type DoctorCheck, type Finding, loadModule, makeSandbox, must } from './check.ts';

/** A harmless value of each limit. */
const harmless: Required<Limits> = {
  memoryBytes: 2 ** 24,
  fuel: '1000000000',
  wallMs: 5000,
  tableElements: 1000,
  stackBytes: 2 ** 20,
  instances: 10,
  outputBytes: 2 ** 20,
  moduleBytes: 2 ** 20,
  compileMs: 5000,
  handles: 1000,
  hostcallBytes: 2 ** 20,
  httpBodyBytes: 2 ** 20,
  gcHeapBytes: 2 ** 24,
  threads: 4,
};

const loadLimits: readonly LimitField[] = ['moduleBytes', 'compileMs'];

const isUnsupported = (result: { readonly outcome?: { readonly kind: string } } | object): boolean =>
  'outcome' in result && (result.outcome as { kind?: string } | undefined)?.kind === 'unsupported';

/** A limit that is named is enforced or refused: what is declared is taken, anything else is `unsupported`. */
export const limits: DoctorCheck = {
  name: 'limits and grants',
  run: async (patient) => {
    const loaded = await loadModule(patient, canaryModule);
    if ('problem' in loaded) {
      return [must(`a harmless module is not loaded: ${loaded.problem}`)];
    }
    const { module } = loaded;
    const findings: Finding[] = [];
    for (const field of limitFields.filter((name) => !loadLimits.includes(name))) {
      const made = await makeSandbox(patient, { module, limits: { [field]: harmless[field] } });
      const isDeclared = patient.description.limits[field]?.supported === true;
      if (isDeclared && 'problem' in made) {
        findings.push(must(`'${field}' is declared, but a harmless value of it is answered ${made.problem}`));
      }
      if (!isDeclared && !isUnsupported(made)) {
        findings.push(
          must(`'${field}' is not declared; it must be answered unsupported (limit:${field}), never run without`),
        );
      }
      if ('sandbox' in made) {
        await patient.ask<'drop'>({ op: 'drop', sandbox: made.sandbox });
      }
    }
    const unknown = await makeSandbox(patient, { module, limits: { bananas: 1 } as Limits });
    if (!isUnsupported(unknown)) {
      findings.push(
        must(
          "a limit that the protocol does not know must be answered unsupported, inside 'limits' nothing is ignored",
        ),
      );
    }
    const grant = await makeSandbox(patient, {
      module,
      grants: [{ capability: 'host-function', scope: 'nobody-knows-this' }],
    });
    if ('problem' in grant && grant.outcome?.kind !== 'unsupported' && grant.outcome?.kind !== 'rejected') {
      findings.push(must(`a grant of a function that is not there is answered ${grant.problem}`));
    }
    return findings;
  },
};
