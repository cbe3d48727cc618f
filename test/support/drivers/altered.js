// The reference host in this thread, altered as the arguments say:
//   --version V     says that it is of this version
//   --wrong N       returns 0 from the call answer(N)
//   --hang N        never answers the call answer(N)
//   --mute          never says hello
//   --chatty        writes lines to stdout that are no messages
//   --no-memory-limit   says that it cannot limit memory
//   --unsupported N refuses the call answer(N) as unsupported
//   --says TEXT     stands in the version and in messages of failures (percent-encoded)
//   --tag TEXT      nothing; tests find the process by it
// It outlives the end of its input where it hangs or is mute, as a host that is stuck in a guest does.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const { values: given } = parseArgs({
  options: {
    version: { type: 'string', default: '1.0.0' },
    wrong: text,
    hang: text,
    unsupported: text,
    says: { type: 'string', default: '' },
    tag: text,
    mute: flag,
    chatty: flag,
    'no-memory-limit': flag,
  },
});
const dist = new URL('../../../dist/src/', import.meta.url);
const { createReferenceDriver } = await import(new URL('hosts/reference/adapter.js', dist).href);
const { createSandboxes } = await import(new URL('reference/sandboxes.js', dist).href);
const sandboxes = await createSandboxes({
  isolation: 'thread',
  provider: new URL('hosts/reference/test-functions.js', dist),
});
const says = decodeURIComponent(given.says);
const driver = createReferenceDriver(sandboxes, `${given.version}${says}`);

const stay = () => new Promise(() => setInterval(() => undefined, 1000));

const describe = () => {
  const description = driver.describe();
  const { memoryBytes: _, ...limits } = description.limits;
  const host = { ...description.host, name: 'altered' };
  return { ...description, host, ...(given['no-memory-limit'] ? { limits } : {}) };
};

const isCall = (request, number) =>
  number !== undefined && request.op === 'call' && request.export === 'answer' && request.args[0]?.value === number;

const reply = async (request, started) => {
  const right = await driver.handle(request, started);
  if (isCall(request, given.hang)) {
    await stay();
  }
  if (isCall(request, given.unsupported)) {
    return { outcome: { kind: 'unsupported', feature: 'odd-answers' } };
  }
  return isCall(request, given.wrong)
    ? { outcome: { kind: 'returned', phase: 'call', values: [{ type: 'i32', value: '0' }], message: says } }
    : right;
};

if (given.mute) {
  await stay();
}
let nonce = '';
const send = (message) => {
  if (given.chatty) {
    process.stdout.write('a line that is no message\n');
  }
  process.stdout.write(`\n@${nonce} ${JSON.stringify(message)}\n`);
};
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.op === 'bye') {
    break;
  }
  if (request.op === 'hello') {
    nonce = request.nonce;
    send({ id: request.id, ...describe() });
  } else {
    send({ ...(await reply(request, () => send({ id: request.id, started: true }))), id: request.id });
  }
}
process.exit(0);
