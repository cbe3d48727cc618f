import type { CaseRecord } from '../contract/record.ts';
import type { Suite } from '../contract/suite.ts';

/** An absolute path of two parts or more, a drive, a module of Node's own, or a frame of a stack with line and column. */
const hostText = /(^|[\s'"(])(file:\/\/)?(\/[\w.@+-]+){2,}|\b[A-Za-z]:\\\w|\bnode:internal\b|\bat \S.*:\d+:\d+/;

const messagesOf = ({ steps }: CaseRecord): string[] =>
  steps.flatMap(({ variants }) =>
    variants.flatMap(({ answer }) =>
      answer.kind === 'outcome' && answer.outcome.message ? [answer.outcome.message] : [],
    ),
  );

export const suite: Suite = {
  name: 'capability',
  profile: 'core',
  title: 'Deny by default: imports, links, host functions and references',
  protects:
    'A guest can do what its user granted and nothing else. A host that fails here hands out functions by names that only ' +
    'look granted, links what it keeps for itself, lets one plugin stand in the place of another or use its grants, or ' +
    "reads and writes outside the guest's memory when a guest lies about a pointer. What a guest can reach beyond its " +
    "grants is the host's own authority: its files, its network, its other tenants.",
  checks: {
    'no-host-paths': (record) =>
      messagesOf(record)
        .filter((message) => hostText.test(message))
        .map((message) => `a message of the host's names a file or a frame: ${JSON.stringify(message)}`),
  },
};
