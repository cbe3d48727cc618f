import { abilities, profiles, proposals } from '../../contract/features.ts';
import {
  type TestFunction,
  testFunctionModule,
  testFunctions,
  testFunctionTypes,
} from '../../contract/test-functions.ts';
import { buildModule } from '../../wasm/build-module.ts';
import { proposalProbes } from '../../wasm/proposal-probes.ts';
import { belowFloor } from '../summary.ts';
import { type DoctorCheck, type Finding, loadModule, makeSandbox, must, type Patient, should } from './check.ts';

/** Whether a driver takes a module; compilation may happen in `load` or in `instantiate`. */
const accepts = async (patient: Patient, bytes: Uint8Array): Promise<string | undefined> => {
  const loaded = await loadModule(patient, bytes);
  if ('problem' in loaded) {
    return loaded.problem;
  }
  const made = await makeSandbox(patient, { module: loaded.module });
  // A probe may import what nobody grants: being refused at link means that it was valid.
  return 'problem' in made && !(made.outcome?.kind === 'rejected' && made.outcome.phase === 'link')
    ? made.problem
    : undefined;
};

const checkProposals = async (patient: Patient): Promise<Finding[]> => {
  const { features, featuresOff } = patient.description;
  const findings: Finding[] = [];
  for (const [name, bytes] of proposalProbes) {
    if (features.includes(name)) {
      const problem = await accepts(patient, bytes);
      if (problem !== undefined) {
        findings.push(
          must(`the proposal '${name}' is declared, but the smallest module that uses it is answered ${problem}`),
        );
      }
    } else if (featuresOff.includes(name) && (await accepts(patient, bytes)) === undefined) {
      findings.push(must(`the proposal '${name}' is declared to be off, but a module that uses it is taken`));
    }
  }
  return findings;
};

const checkTestFunction = async (patient: Patient, name: TestFunction): Promise<Finding[]> => {
  const declared = patient.description.features.includes(`host-function:${name}`);
  const bytes = buildModule({ imports: [{ module: testFunctionModule, name, ...testFunctionTypes[name] }] });
  const loaded = await loadModule(patient, bytes);
  if ('problem' in loaded) {
    return declared ? [must(`a module that imports '${name}' is not loaded: ${loaded.problem}`)] : [];
  }
  const without = await makeSandbox(patient, { module: loaded.module });
  const granted = await makeSandbox(patient, {
    module: loaded.module,
    grants: [{ capability: 'host-function', scope: name }],
  });
  const rejects = patient.description.declares.unknownImports === 'reject';
  return [
    ...(declared && 'problem' in granted
      ? [must(`'host-function:${name}' is declared, but granting it is answered ${granted.problem}`)]
      : []),
    ...(rejects && !('problem' in without) ? [must(`'${name}' is linked without being granted`)] : []),
  ];
};

const unknownWords = (patient: Patient): Finding[] => {
  const { features, featuresOff, profiles: claimed } = patient.description;
  const known: readonly string[] = [
    ...proposals,
    ...abilities,
    ...testFunctions.map((name) => `host-function:${name}`),
  ];
  return [
    ...[...features, ...featuresOff]
      .filter((word) => !known.includes(word))
      .map((word) => should(`'${word}' is no feature that the kit knows`)),
    ...claimed
      .filter((name) => !Object.hasOwn(profiles, name))
      .map((name) => should(`'${name}' is no profile that the kit knows`)),
  ];
};

/** What a host says of itself is tried, as far as a look can. */
export const declarations: DoctorCheck = {
  name: 'declarations',
  run: async (patient) => {
    const findings = [...unknownWords(patient), ...(await checkProposals(patient))];
    for (const name of testFunctions) {
      findings.push(...(await checkTestFunction(patient, name)));
    }
    for (const { profile, reason } of belowFloor(patient.description)) {
      findings.push(should(`below the floor of the profile '${profile}': ${reason}; the host can't be conformant`));
    }
    if (patient.description.profiles.length === 0) {
      findings.push(must('no profile is claimed, so nothing can be tested'));
    }
    return findings;
  },
};
