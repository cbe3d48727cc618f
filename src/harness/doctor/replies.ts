import { maxMessageBytes } from '../../contract/messages.ts';
import { testFunctionModule, testFunctionTypes } from '../../contract/test-functions.ts';
import { buildModule } from '../../wasm/build-module.ts';
import { lateAfter } from '../deadlines.ts';
import { type DoctorCheck, describeEnd, type Finding, loadModule, makeSandbox, must } from './check.ts';

const wallMs = 200;

/** `(func (export "spin") (loop (br 0)))`. */
const spinner = buildModule({
  functions: [{ name: 'spin', params: [], results: [], body: [0x03, 0x40, 0x0c, 0x00, 0x0b] }],
});

/** A reply that comes late is one that the kit may no longer wait for. */
export const lateReplies: DoctorCheck = {
  name: 'late replies',
  appliesTo: ({ limits }) => limits.wallMs?.supported === true,
  run: async (patient) => {
    const loaded = await loadModule(patient, spinner);
    const made =
      'module' in loaded ? await makeSandbox(patient, { module: loaded.module, limits: { wallMs } }) : loaded;
    if (!('sandbox' in made)) {
      return [must(`a sandbox with 'wallMs' of ${wallMs} is not made: ${made.problem}`)];
    }
    const answer = await patient.ask<'call'>({
      op: 'call',
      sandbox: made.sandbox,
      export: 'spin',
      args: [],
      params: [],
      results: [],
    });
    if (answer.kind !== 'reply') {
      return [must(`a guest that loops with 'wallMs' of ${wallMs}: ${describeEnd(answer)}`)];
    }
    const { outcome } = answer.reply;
    const late = lateAfter(wallMs, patient.description);
    const findings: Finding[] = [];
    if (outcome.kind !== 'limit') {
      findings.push(must(`a guest that loops with 'wallMs' of ${wallMs} is answered ${JSON.stringify(outcome)}`));
    }
    if (answer.elapsedMs > late) {
      findings.push(
        must(
          `that reply came after ${Math.round(answer.elapsedMs)} ms; with the declared slack it is late after ${Math.round(late)} ms`,
        ),
      );
    }
    return findings;
  },
};

const floodBytes = 15 * 1024 * 1024;
const floodPages = floodBytes / 65_536 + 1;

/** Little-endian base-128, signed. */
const signed = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) {
      return [...bytes, low];
    }
    bytes.push(low | 0x80);
  }
};

/** Logs 15 MiB in one call: more than a message can carry in base64. */
const flooder = buildModule({
  imports: [{ module: testFunctionModule, name: 'log', ...testFunctionTypes.log }],
  memory: floodPages,
  functions: [{ name: 'flood', params: [], results: [], body: [0x41, 0x00, 0x41, ...signed(floodBytes), 0x10, 0x00] }],
});

/** What a guest writes is cut by the driver, not carried until a message is too long. */
export const oversizedMessages: DoctorCheck = {
  name: 'oversized messages',
  appliesTo: ({ features }) => features.includes('output') && features.includes('host-function:log'),
  run: async (patient) => {
    const loaded = await loadModule(patient, flooder);
    const made =
      'module' in loaded
        ? await makeSandbox(patient, { module: loaded.module, grants: [{ capability: 'host-function', scope: 'log' }] })
        : loaded;
    if (!('sandbox' in made)) {
      return [];
    }
    const answer = await patient.ask<'call'>({
      op: 'call',
      sandbox: made.sandbox,
      export: 'flood',
      args: [],
      params: [],
      results: [],
    });
    return answer.kind === 'reply'
      ? []
      : [
          must(
            `a guest that logs ${floodBytes / 2 ** 20} MiB: ${describeEnd(answer)}; a message has at most ${maxMessageBytes / 2 ** 20} MiB`,
          ),
        ];
  },
};
