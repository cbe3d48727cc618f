import { descriptionSchema } from '../contract/description.ts';
import { messageOf } from '../contract/errors.ts';
import type { Answer, HostConnector, HostSession, SendOptions, SessionOp, StartOptions } from '../contract/host.ts';
import { type ReplyOf, type RequestOf, replySchemas } from '../contract/messages.ts';
import type { Driver, DriverRequest } from './driver/driver.ts';

/**
 * A driver in the kit's own process, for debugging: a guest that hangs or breaks it takes the kit along, and there are
 * no processes to watch.
 */
export const inProcessConnector = (name: string, makeDriver: () => Promise<Driver>): HostConnector => ({
  name,
  start: async (options) => {
    const driver = await makeDriver();
    const parsed = descriptionSchema.safeParse(JSON.parse(JSON.stringify(driver.describe())));
    return parsed.success
      ? { kind: 'started', session: sessionOver(driver, parsed.data, options) }
      : { kind: 'failed', reason: parsed.error.message, stderr: '' };
  },
});

const sessionOver = (driver: Driver, description: HostSession['description'], options: StartOptions): HostSession => {
  let alive = true;
  const end = async (): Promise<void> => {
    alive = false;
    await driver.close();
  };

  const ask = async (request: DriverRequest, send: SendOptions): Promise<Record<string, unknown> | 'late'> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), send.deadlineMs);
    });
    try {
      return await Promise.race([driver.handle(request, () => send.onStarted?.()), late]);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    description,
    get alive() {
      return alive;
    },
    send: async <K extends SessionOp>(request: RequestOf<K>, send: SendOptions): Promise<Answer<ReplyOf<K>>> => {
      const begun = performance.now();
      options.onMessage?.('to-host', JSON.stringify(request));
      try {
        const raw = await ask(request as unknown as DriverRequest, send);
        if (raw === 'late') {
          await end();
          return { kind: 'host-hang', afterMs: performance.now() - begun, started: true };
        }
        options.onMessage?.('from-host', JSON.stringify(raw));
        const reply = replySchemas[request.op as K].parse(raw) as ReplyOf<K>;
        return { kind: 'reply', reply, elapsedMs: performance.now() - begun };
      } catch (error) {
        await end();
        return { kind: 'host-crash', detail: messageOf(error), started: true };
      }
    },
    figures: () => undefined,
    threadTimes: () => undefined,
    stderr: () => '',
    noise: () => ({ bytes: 0, tail: '' }),
    takeViolations: () => [],
    close: async () => {
      await end();
      return true;
    },
    kill: end,
  };
};
