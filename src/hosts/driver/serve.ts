import { createInterface } from 'node:readline';
import { messageOf } from '../../contract/errors.ts';
import type { Driver, DriverRequest } from './driver.ts';

interface Incoming {
  readonly id: number;
  readonly op: string;
  readonly nonce?: string;
  readonly protocol?: readonly number[];
}

/**
 * Speaks the host protocol on stdin and stdout until `bye` or the end of input. Each message is written at once, on
 * lines of its own, behind the nonce: whatever else is on stdout can't be taken for it.
 */
export const serve = async (driver: Driver): Promise<void> => {
  let nonce = '';
  const send = (message: Record<string, unknown>): void => {
    process.stdout.write(`\n@${nonce} ${JSON.stringify(message)}\n`);
  };

  const answer = async (request: Incoming): Promise<void> => {
    const { id } = request;
    try {
      const reply = await driver.handle(request as unknown as DriverRequest, () => send({ id, started: true }));
      send({ ...reply, id });
    } catch (error) {
      send({ id, outcome: { kind: 'host-error', message: messageOf(error) } });
    }
  };

  // Events, not iteration: a line is answered in the turn in which it arrives.
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  await new Promise<void>((resolve, reject) => {
    lines.on('close', resolve);
    lines.on('line', (line) => {
      try {
        const request = JSON.parse(line) as Incoming;
        if (request.op === 'bye') {
          lines.close();
        } else if (request.op === 'hello') {
          nonce = request.nonce ?? '';
          send({ id: request.id, ...driver.describe() });
        } else {
          void answer(request);
        }
      } catch (error) {
        reject(error);
      }
    });
  });
  await driver.close();
};
