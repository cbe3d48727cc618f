import { canaryModule } from '../canary-guest.ts';
import { type DoctorCheck, type Finding, loadModule, makeSandbox, must, should } from './check.ts';

/** Keeps to messages: nothing else on stdout, `started` before guest bytes work, fields that nobody knows ignored. */
export const manners: DoctorCheck = {
  name: 'framing and notices',
  run: async (patient) => {
    const findings: Finding[] = [];
    const loaded = await loadModule(patient, canaryModule);
    if ('problem' in loaded) {
      return [must(`a harmless module is not loaded: ${loaded.problem}`)];
    }
    const made = await makeSandbox(patient, { module: loaded.module });
    if ('problem' in made) {
      return [must(`a harmless module is not instantiated: ${made.problem}`)];
    }
    await patient.ask<'call'>({
      op: 'call',
      sandbox: made.sandbox,
      export: 'touch',
      args: [],
      params: [],
      results: [],
    });
    if (patient.startedNotices < 3) {
      findings.push(
        should(
          `'started' came for ${patient.startedNotices} of 3 requests; without it a hang before the request was read looks like one in the guest`,
        ),
      );
    }
    const { bytes, tail } = patient.session.noise();
    if (tail.trim() !== '') {
      findings.push(
        should(`${bytes} bytes on stdout belong to no message, such as ${JSON.stringify(tail.trim().slice(-80))}`),
      );
    }
    const odd = { op: 'ping', nobodyKnowsThis: true } as { op: 'ping' };
    const answer = await patient.ask<'ping'>(odd);
    if (answer.kind !== 'reply') {
      findings.push(must('a field that the protocol does not know ends the driver; it must be ignored'));
    } else if (answer.reply.outcome !== undefined && answer.reply.outcome.kind !== 'unsupported') {
      findings.push(must(`ping is answered ${JSON.stringify(answer.reply.outcome)}`));
    }
    return findings;
  },
};
