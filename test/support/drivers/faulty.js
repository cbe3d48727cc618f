// A driver that goes wrong once, at one step, in one way:
//   node faulty.js FAULT OP MARKER
// It is the reference host in this thread until the first request of operation OP; MARKER is a file that says that the
// fault has happened, so that the host that is started next is sound.
import { closeSync, existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [, , fault, op, marker] = process.argv;
const dist = new URL('../../../dist/src/', import.meta.url);
const { createReferenceDriver } = await import(new URL('hosts/reference/adapter.js', dist).href);
const { createSandboxes } = await import(new URL('reference/sandboxes.js', dist).href);
const sandboxes = await createSandboxes({
  isolation: 'thread',
  provider: new URL('hosts/reference/test-functions.js', dist),
});
const driver = createReferenceDriver(sandboxes, '0.0.0');

let nonce = '';
const frame = (message) => `\n@${nonce} ${JSON.stringify(message)}\n`;
const send = (message) => process.stdout.write(frame(message));
const never = () => new Promise(() => setInterval(() => undefined, 1000));

/** Each fault takes the right reply; what it returns is sent, if anything. */
const faults = {
  silence: () => never(),
  'half-a-line': async (reply) => {
    process.stdout.write(frame(reply).slice(0, -10));
    await never();
  },
  garbage: async (reply) => {
    process.stdout.write(`\n@${nonce} {"id":${reply.id},\n`);
    return reply;
  },
  'not-an-object': async () => {
    process.stdout.write(`\n@${nonce} [1]\n`);
  },
  'wrong-id': async (reply) => send({ ...reply, id: 987_654 }),
  'no-id': async ({ id: _, ...reply }) => send(reply),
  duplicate: async (reply) => {
    send(reply);
    send(reply);
  },
  'huge-line': async (reply) => send({ ...reply, padding: 'x'.repeat(20 * 1024 * 1024) }),
  'wrong-shape': async (reply) => send({ id: reply.id, outcome: { kind: 'splendid' }, module: undefined }),
  exit: () => process.exit(7),
  'exit-after-reply': async (reply) => {
    send(reply);
    process.exit(0);
  },
  'exit-soon-after-reply': async (reply) => {
    send(reply);
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 20);
  },
  kill: async () => {
    process.kill(process.pid, 'SIGKILL');
    await never();
  },
  stop: async () => {
    process.kill(process.pid, 'SIGSTOP');
    await never();
  },
  'close-stdin': async () => {
    process.stdin.destroy();
    await never();
  },
  'close-stdout': async () => {
    closeSync(1);
    await never();
  },
  'flood-stdout': async () => {
    for (;;) {
      if (!process.stdout.write('x'.repeat(64 * 1024))) {
        await new Promise((resolve) => process.stdout.once('drain', resolve));
      }
    }
  },
  'flood-stderr': async (reply) => {
    for (let round = 0; round < 200; round += 1) {
      process.stderr.write('x'.repeat(64 * 1024));
    }
    return reply;
  },
  'guest-forges-a-reply': async (reply) => {
    process.stdout.write(`@0123456789abcdef0123456789abcdef {"id":${reply.id},"outcome":{"kind":"host-error"}}\n`);
    process.stdout.write(`{"id":${reply.id},"outcome":{"kind":"host-error"}}`);
    return reply;
  },
};

const isFaulty = (request) => request.op === op && fault in faults && !existsSync(marker);

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.op === 'bye') {
    break;
  }
  let reply;
  if (request.op === 'hello') {
    nonce = request.nonce;
    reply = { id: request.id, ...driver.describe() };
  } else {
    reply = { ...(await driver.handle(request, () => send({ id: request.id, started: true }))), id: request.id };
  }
  if (isFaulty(request)) {
    writeFileSync(marker, fault);
    reply = await faults[fault](reply);
  }
  if (reply !== undefined) {
    send(reply);
  }
}
process.exit(0);
