import type { Outcome } from '../../contract/outcome.ts';
import { canaryModule } from '../canary-guest.ts';
import {
  type DoctorCheck,
  describeEnd,
  type Finding,
  isRejected,
  loadModule,
  makeSandbox,
  must,
  type Patient,
  should,
} from './check.ts';

const nobody = 987_654_321;

/** Checks that an answer is a rejection for one of these reasons. */
const expectRejection = (
  what: string,
  answer: { kind: 'reply'; reply: { outcome?: Outcome | undefined } } | Parameters<typeof describeEnd>[0],
  reasons: readonly string[],
): Finding[] => {
  if (answer.kind !== 'reply') {
    return [must(`${what}: ${describeEnd(answer)}`)];
  }
  const { outcome } = answer.reply;
  return isRejected(outcome, reasons)
    ? []
    : [
        must(
          `${what} is not rejected at call (${reasons.join(' or ')}) but answered ${JSON.stringify(outcome ?? 'done')}`,
        ),
      ];
};

const callOn = (patient: Patient, sandbox: unknown, name: string) =>
  patient.ask<'call'>({ op: 'call', sandbox, export: name, args: [], params: [], results: [] });

/** Handles and names that lead nowhere are refused, whatever the operation. */
export const handles: DoctorCheck = {
  name: 'handles and names',
  run: async (patient) => {
    const loaded = await loadModule(patient, canaryModule);
    const made = 'module' in loaded ? await makeSandbox(patient, { module: loaded.module }) : loaded;
    if ('problem' in loaded || 'problem' in made) {
      return [must('a harmless module does not run')];
    }
    const { sandbox } = made as { sandbox: unknown };
    const findings = [
      ...expectRejection('a call of a sandbox that nobody made', await callOn(patient, nobody, 'touch'), [
        'unknown-handle',
      ]),
      ...expectRejection(
        'an instantiation of a module that nobody loaded',
        await patient.ask<'instantiate'>({ op: 'instantiate', module: nobody }),
        ['unknown-handle'],
      ),
      ...expectRejection(
        'dropping a sandbox that nobody made',
        await patient.ask<'drop'>({ op: 'drop', sandbox: nobody }),
        ['unknown-handle'],
      ),
      ...expectRejection('a call of an export that is not there', await callOn(patient, sandbox, 'nobody'), [
        'no-such-export',
      ]),
      ...expectRejection('a call of an inherited name', await callOn(patient, sandbox, 'toString'), ['no-such-export']),
    ];
    const wrong = await patient.ask<'call'>({
      op: 'call',
      sandbox,
      export: 'touch',
      args: [{ type: 'i32', value: '1' }],
      params: [],
      results: [],
    });
    findings.push(
      ...expectRejection('a call with an argument too many', wrong, ['argument-mismatch']).map(({ message }) =>
        should(message),
      ),
    );
    await patient.ask<'drop'>({ op: 'drop', sandbox });
    findings.push(
      ...expectRejection('a call of a sandbox that was dropped', await callOn(patient, sandbox, 'touch'), [
        'closed',
        'unknown-handle',
      ]),
    );
    return findings;
  },
};
