import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { messageOf } from '../contract/errors.ts';
import type { Violation } from '../contract/record.ts';

/**
 * Things outside every grant that nobody may touch: a folder with a secret, a listener on loopback that must stay
 * silent, secrets that must not come back in any reply.
 */
export interface CanaryWorld {
  readonly token: string;
  /** Contents that are nobody's business. */
  readonly secrets: readonly string[];
  /** What was touched since the last look. */
  check(): readonly Violation[];
  close(): Promise<void>;
}

const fileName = 'secret.txt';

const listen = async (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });

/** Makes the canaries of one lane below a folder of the run. */
export const createCanaryWorld = async (scratch: string): Promise<CanaryWorld> => {
  const token = `sandproof-canary-${randomBytes(16).toString('hex')}`;
  const secret = `sandproof-secret-${randomBytes(16).toString('hex')}`;
  const folder = join(scratch, `canary-${randomBytes(4).toString('hex')}`);
  const file = join(folder, fileName);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, secret);

  const visits: string[] = [];
  const server = createServer((socket) => {
    visits.push(`${socket.remoteAddress}:${socket.remotePort}`);
    socket.destroy();
  });
  await listen(server);
  server.unref();

  const checkFiles = (): Violation[] => {
    const problem = (message: string): Violation[] => [{ kind: 'canary-file', message }];
    try {
      const names = readdirSync(folder);
      if (names.length !== 1 || names[0] !== fileName) {
        return problem(`a folder outside every grant now holds ${names.join(', ') || 'nothing'}`);
      }
      return readFileSync(file, 'utf8') === secret ? [] : problem('a file outside every grant was changed');
    } catch (error) {
      return problem(`a file outside every grant can no longer be read: ${messageOf(error)}`);
    }
  };

  return {
    token,
    secrets: [secret],
    check: () => [
      ...checkFiles(),
      ...visits.splice(0).map(
        (from): Violation => ({
          kind: 'canary-port',
          message: `a listener outside every grant was connected to from ${from}`,
        }),
      ),
    ],
    close: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
