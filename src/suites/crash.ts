import type { Check, Generator, Suite } from '../contract/suite.ts';
import { Writer } from '../wasm/writer.ts';

const maxNameBytes = 10_000_000;

/** A module whose one import nobody grants; its names hold what a terminal obeys, and are long. */
const hostileNames: Generator = ({ bytes, ...others }) => {
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) {
    throw new TypeError(`'hostile-names' has no parameter '${unknown}'; it has bytes`);
  }
  if (typeof bytes !== 'number' || !Number.isInteger(bytes) || bytes < 1 || bytes > maxNameBytes) {
    throw new RangeError(`'bytes' must be an integer from 1 to ${maxNameBytes}, not ${String(bytes)}`);
  }
  const out = new Writer(2 * bytes + 256);
  out.copy(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00));
  const section = (id: number, write: (content: Writer) => void): void => {
    const content = new Writer();
    write(content);
    out.section(id, content);
  };
  section(1, (content) => content.copy(Uint8Array.of(1, 0x60, 0, 0)));
  section(2, (content) => {
    content.u32(1);
    content.name(`\u001b]0;title\u0007\u001b[2J\r\nok 1 - forged\u202e${'A'.repeat(bytes)}`);
    content.name(`\u009b31m\u0000${'B'.repeat(bytes)}`);
    content.copy(Uint8Array.of(0, 0));
  });
  return out.finish();
};

/** Longest message that still is one, in characters. */
const maxMessage = 4096;

/** Control characters, and those that turn the direction of what follows. */
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Whether all messages that came with answers are short and can be shown as they are. */
const messagesAreTame: Check = ({ steps }) =>
  steps.flatMap(({ step, variants }) =>
    variants.flatMap(({ answer }) => {
      const message = answer.kind === 'outcome' ? (answer.outcome.message ?? '') : '';
      return [
        ...(message.length > maxMessage ? [`the message to ${step.op} has ${message.length} characters`] : []),
        ...(unprintable.test(message) ? [`the message to ${step.op} holds control characters of the guest's`] : []),
      ];
    }),
  );

export const suite: Suite = {
  name: 'crash',
  profile: 'core',
  title: 'Crash isolation',
  protects:
    'A host reads what its guests wrote: bytes that lie about their lengths, modules that are not valid, results and arguments of the wrong type. ' +
    'A host that trusts any of it reads and writes outside its own memory, or ends, and every other guest ends with it. ' +
    'What is left after a trap, an exit or a failed host function must be as good as before, and the report must say what really happened: ' +
    'a host whose reports a guest can forge protects nobody.',
  generators: { 'hostile-names': hostileNames },
  checks: { 'messages-are-tame': messagesAreTame },
};
