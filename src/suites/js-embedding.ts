import type { CaseRecord } from '../contract/record.ts';
import type { Check, Suite } from '../contract/suite.ts';

/** A path of a host's file system: two parts at least, the last with an ending; a URL of a file; a frame of a stack. */
const hostPath = /(?:^|[\s('"`])(?:\/[\w@.+-]+){2,}\.\w+|file:\/\/|node:internal|[A-Za-z]:\\\w+|\n\s*at /;

/** Messages are for people, and their text is free; what they may not do is tell a guest's owner about the machine. */
const noHostPaths: Check = ({ steps }: CaseRecord) =>
  steps.flatMap(({ variants }) =>
    variants.flatMap(({ answer }) => {
      const message = answer.kind === 'outcome' ? (answer.outcome.message ?? '') : '';
      const found = hostPath.exec(message);
      return found === null
        ? []
        : [`a message names a path of the host's: …${message.slice(found.index, found.index + 60)}`];
    }),
  );

export const suite: Suite = {
  name: 'js-embedding',
  profile: 'js-embedding',
  title: 'WebAssembly inside JavaScript',
  protects:
    'JavaScript looks names up along prototype chains, turns any value into any other, and lets whoever is asked catch an error. ' +
    'A host written in it that passes a plain object as imports hands its guest `Function`, and with that everything; one that ends ' +
    'guests by throwing is caught by the guest; one that keeps a view of memory, or takes an address for a signed number, reads what ' +
    'it does not mean. A user of a host that fails here runs guests that are not inside anything.',
  checks: { 'no-host-paths': noHostPaths },
};
