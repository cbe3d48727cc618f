// The protocol: lines in, framed replies out, handles, and what is refused before the engine is asked. The engine is in
// engine.ts. All of the protocol: docs/protocol.md of the kit.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { call, close, compile, description, type Guest, instantiate, type Outcome, type Value } from './engine.js';

interface Request {
  readonly id: number;
  readonly op: string;
  readonly nonce?: string;
  readonly kind?: string;
  readonly wasm?: { readonly path?: string; readonly base64?: string; readonly sha256: string };
  readonly module?: number;
  readonly sandbox?: number;
  readonly export?: string;
  readonly args?: readonly Value[];
  readonly results?: readonly string[];
  readonly limits?: Readonly<Record<string, number | string>>;
  readonly grants?: readonly { readonly capability: string; readonly scope: string }[];
  readonly group?: string;
  readonly link?: unknown;
  readonly wasi?: unknown;
}
type Reply = Readonly<Record<string, unknown>>;

const modules = new Map<number, WebAssembly.Module>();
const guests = new Map<number, Guest>();
let handles = 0;

const keep = <T>(map: Map<number, T>, value: T): number => {
  handles += 1;
  map.set(handles, value);
  return handles;
};

const ended = (outcome: Outcome): Reply => ({ outcome });
const rejected = (reason: string): Reply => ended({ kind: 'rejected', phase: 'call', reason });
const unsupported = (feature: string): Reply => ended({ kind: 'unsupported', feature });

/** A limit or a right that this host does not have is refused, never ignored. */
const refusal = ({ limits = {}, grants = [], wasi, group, link }: Request): Reply | undefined => {
  const unknown = Object.keys(limits).find((field) => !Object.hasOwn(description.limits, field));
  if (unknown !== undefined) return unsupported(`limit:${unknown}`);
  const [grant] = grants;
  // FILL IN: link the test functions that you provide, one by one; each brings more cases.
  if (grant !== undefined) return unsupported(`grant:${grant.capability}`);
  if (wasi !== undefined) return unsupported('wasi-p1');
  // FILL IN: sandboxes that share a store, and imports from each other.
  return group === undefined && link === undefined ? undefined : unsupported('group');
};

const operations: Readonly<Record<string, (request: Request, started: () => void) => Promise<Reply> | Reply>> = {
  load: async (request, started) => {
    const { kind, wasm } = request;
    if (kind !== 'module' || wasm === undefined) return unsupported('component-model');
    const bytes = wasm.path === undefined ? Buffer.from(wasm.base64 ?? '', 'base64') : readFileSync(wasm.path);
    if (createHash('sha256').update(bytes).digest('hex') !== wasm.sha256) {
      return ended({ kind: 'rejected', phase: 'decode', reason: 'digest' });
    }
    const no = refusal(request);
    if (no !== undefined) return no;
    started();
    const compiled = await compile(bytes);
    return 'outcome' in compiled ? compiled : { module: keep(modules, compiled.module) };
  },
  instantiate: async (request, started) => {
    const no = refusal(request);
    if (no !== undefined) return no;
    const module = modules.get(request.module ?? 0);
    if (module === undefined) return rejected('unknown-handle');
    started();
    const made = await instantiate(module, request.limits ?? {});
    return 'outcome' in made ? made : { sandbox: keep(guests, made.guest) };
  },
  call: async (request, started) => {
    const no = refusal(request);
    if (no !== undefined) return no;
    const guest = guests.get(request.sandbox ?? 0);
    if (guest === undefined) return rejected('unknown-handle');
    started();
    const { args = [], results = [], limits = {} } = request;
    return ended(await call(guest, request.export ?? '', args, results, limits));
  },
  drop: async ({ sandbox = 0, module = 0 }) => {
    const guest = guests.get(sandbox);
    if (guest !== undefined) await close(guest);
    return guests.delete(sandbox) || modules.delete(module) ? {} : rejected('unknown-handle');
  },
  ping: () => ({}),
};

let nonce = '';
// The nonce is what no guest knows: with it a guest that reaches stdout can't forge a reply.
const send = (message: Reply): boolean => process.stdout.write(`\n@${nonce} ${JSON.stringify(message)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as Request;
  const { id, op } = request;
  if (op === 'bye') break;
  if (op === 'hello') {
    nonce = request.nonce ?? '';
    send({ ...description, id });
    continue;
  }
  const operation = Object.hasOwn(operations, op) ? operations[op] : undefined;
  try {
    const reply =
      operation === undefined ? unsupported(`op:${op}`) : await operation(request, () => send({ id, started: true }));
    send({ ...reply, id });
  } catch (error) {
    send({ id, outcome: { kind: 'host-error', message: String(error) } });
  }
}
process.exit(0);
