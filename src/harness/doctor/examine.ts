import type { HostConnector, StartOptions } from '../../contract/host.ts';
import { createPatient, type DoctorCheck, type Finding, must } from './check.ts';
import { declarations } from './declarations.ts';
import { handles } from './handles.ts';
import { limits } from './limits.ts';
import { loading } from './loading.ts';
import { manners } from './manners.ts';
import { lateReplies, oversizedMessages } from './replies.ts';
import { checkShutdown } from './shutdown.ts';

const checks: readonly DoctorCheck[] = [
  manners,
  loading,
  handles,
  limits,
  lateReplies,
  oversizedMessages,
  declarations,
];

/** What came of one check. */
export interface Examined {
  readonly name: string;
  readonly findings: readonly Finding[];
}

const runCheck = async (
  check: DoctorCheck,
  connector: HostConnector,
  options: StartOptions,
): Promise<readonly Finding[]> => {
  const started = await connector.start(options);
  if (started.kind === 'failed') {
    return [must(`it does not start again: ${started.reason}`)];
  }
  const patient = createPatient(started.session, options.scratch);
  try {
    if (check.appliesTo?.(patient.description) === false) {
      return [];
    }
    const findings = await check.run(patient);
    return started.session.alive ? findings : [...findings, must('the driver ended during this check')];
  } finally {
    await started.session.close();
  }
};

/**
 * Looks at how a driver speaks the protocol, each check on a driver of its own. The first start is the caller's: a
 * driver that never says hello has nothing that could be examined.
 */
export const examine = async (
  connector: HostConnector,
  options: StartOptions,
  onExamined: (examined: Examined) => void,
): Promise<readonly Examined[]> => {
  const all: Examined[] = [];
  const note = (name: string, findings: readonly Finding[]): void => {
    const examined = { name, findings };
    all.push(examined);
    onExamined(examined);
  };
  for (const check of checks) {
    note(check.name, await runCheck(check, connector, options));
  }
  note('shutdown', await checkShutdown(connector, options));
  return all;
};
