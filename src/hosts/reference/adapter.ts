import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Grant } from '../../contract/grants.ts';
import type { LimitField, Limits } from '../../contract/limits.ts';
import type { RequestOf } from '../../contract/messages.ts';
import type { InstantiateOptions, Report } from '../../reference/engine.ts';
import { defaultCompileLimits, defaultLimits } from '../../reference/limits.ts';
import type { FunctionSignature } from '../../reference/module-info.ts';
import type { Ending } from '../../reference/outcome.ts';
import type { Written } from '../../reference/sandbox.ts';
import type { LoadedModule, Sandboxes } from '../../reference/sandboxes.ts';
import { printable, shorten } from '../../support/printable.ts';
import type { Driver, DriverReply, DriverRequest } from '../driver/driver.ts';
import { describe } from './describe.ts';
import { fromWire, toWire } from './values.ts';

/** How a driver names the limits of each operation; anything else in a request is answered `unsupported`. */
const limitsOf = {
  load: ['moduleBytes', 'compileMs'],
  instantiate: ['memoryBytes', 'fuel', 'wallMs', 'tableElements', 'instances', 'outputBytes', 'hostcallBytes'],
  call: ['fuel', 'wallMs'],
} as const satisfies Record<string, readonly LimitField[]>;

const unsupported = (feature: string): DriverReply => ({ outcome: { kind: 'unsupported', feature } });

const unknownHandle = (what: string): DriverReply => ({
  outcome: { kind: 'rejected', phase: 'call', reason: 'unknown-handle', message: `no such ${what}` },
});

/** What of a request's limits this host cannot enforce. */
const unsupportedLimit = (op: keyof typeof limitsOf, limits: Limits | undefined): DriverReply | undefined => {
  const known: readonly string[] = limitsOf[op];
  const field = Object.keys(limits ?? {}).find((name) => !known.includes(name));
  return field === undefined ? undefined : unsupported(`limit:${field}`);
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const outputOf = (written: Written | undefined): DriverReply => {
  if (written === undefined) {
    return {};
  }
  const { truncated } = written;
  const streams = Object.fromEntries(
    (['stdout', 'stderr', 'log'] as const).flatMap((name) =>
      written[name].length > 0 ? [[name, base64(written[name])]] : [],
    ),
  );
  return truncated || Object.keys(streams).length > 0 ? { output: { ...streams, truncated } } : {};
};

const usageOf = ({ usage }: Report): DriverReply => ({
  usage: {
    state: usage.state,
    memoryBytes: usage.memoryBytes,
    fuelUsed: usage.fuelUsed.toString(),
    fuelLeft: usage.fuelLeft.toString(),
  },
});

/** Longest message of an outcome; what is behind it would be a guest's own words. */
const maxMessage = 1000;

/** Messages may hold names that a guest chose. */
const outcomeOf = (ending: Ending): DriverReply => ({
  outcome: { ...ending, ...('message' in ending ? { message: printable(shorten(ending.message, maxMessage)) } : {}) },
});

/** Bytes of a `load`, or the refusal of bytes that are not the ones meant. */
const bytesOf = async ({ wasm }: RequestOf<'load'>): Promise<Uint8Array | DriverReply> => {
  const bytes = 'path' in wasm ? await readFile(wasm.path) : Buffer.from(wasm.base64, 'base64');
  const digest = createHash('sha256').update(bytes).digest('hex');
  return digest === wasm.sha256
    ? new Uint8Array(bytes)
    : { outcome: { kind: 'rejected', phase: 'decode', reason: 'digest', message: `the bytes have SHA-256 ${digest}` } };
};

const instantiateOptions = (request: RequestOf<'instantiate'>): InstantiateOptions => {
  const { limits = {} } = request;
  return {
    limits: {
      memoryBytes: limits.memoryBytes ?? defaultLimits.memoryBytes,
      fuel: limits.fuel === undefined ? defaultLimits.fuel : BigInt(limits.fuel),
      wallMs: limits.wallMs ?? defaultLimits.wallMs,
      tableElements: limits.tableElements ?? defaultLimits.tableElements,
      instances: limits.instances ?? defaultLimits.instances,
      outputBytes: limits.outputBytes ?? defaultLimits.outputBytes,
      hostcallBytes: limits.hostcallBytes ?? defaultLimits.hostcallBytes,
    },
    grants: request.grants ?? [],
    afterTrap: 'usable',
    ...(request.group === undefined ? {} : { group: request.group }),
    links: Object.fromEntries(Object.entries(request.link ?? {}).map(([name, handle]) => [name, Number(handle)])),
  };
};

/** What the driver keeps of a sandbox. */
interface Guest {
  readonly signatures: ReadonlyMap<string, FunctionSignature>;
  grants: readonly Grant[];
}

const sameGrant = (a: Grant, b: Grant): boolean => a.capability === b.capability && a.scope === b.scope;

/** The reference sandbox as a host of the protocol. */
export const createReferenceDriver = (sandboxes: Sandboxes, version: string): Driver => {
  const modules = new Map<number, LoadedModule>();
  const guests = new Map<number, Guest>();

  const load = async (request: RequestOf<'load'>, started: () => void): Promise<DriverReply> => {
    const refusal = unsupportedLimit('load', request.limits);
    if (refusal !== undefined || request.kind !== 'module') {
      return refusal ?? unsupported('component-model');
    }
    const bytes = await bytesOf(request);
    if (!(bytes instanceof Uint8Array)) {
      return bytes;
    }
    started();
    const loaded = await sandboxes.load(bytes, {
      moduleBytes: request.limits?.moduleBytes ?? defaultCompileLimits.moduleBytes,
      compileMs: request.limits?.compileMs ?? defaultCompileLimits.compileMs,
    });
    if (loaded.kind !== 'loaded') {
      return outcomeOf(loaded);
    }
    modules.set(loaded.module.number, loaded.module);
    return { module: loaded.module.number };
  };

  const instantiate = async (request: RequestOf<'instantiate'>, started: () => void): Promise<DriverReply> => {
    const module = modules.get(request.module as number);
    if (module === undefined) {
      return unknownHandle('module');
    }
    const refusal = unsupportedLimit('instantiate', request.limits);
    const foreign = (request.grants ?? []).find((grant: Grant) => grant.capability !== 'host-function');
    if (refusal !== undefined || foreign !== undefined || request.wasi !== undefined) {
      return refusal ?? unsupported(foreign === undefined ? 'wasi-p1' : `grant:${foreign.capability}`);
    }
    started();
    const made = await sandboxes.instantiate(module, instantiateOptions(request));
    if (made.kind === 'failed') {
      return { ...outcomeOf(made.ending), ...outputOf(made.written) };
    }
    const { exports } = module.compiled.info;
    guests.set(made.sandbox, {
      signatures: new Map(
        exports.flatMap(({ name, signature }) => (signature === undefined ? [] : [[name, signature] as const])),
      ),
      grants: request.grants ?? [],
    });
    return { sandbox: made.sandbox, ...outputOf(made.report.written) };
  };

  const call = async (request: RequestOf<'call'>, started: () => void): Promise<DriverReply> => {
    const sandbox = request.sandbox as number;
    const refusal = unsupportedLimit('call', request.limits);
    const guest = guests.get(sandbox);
    if (refusal !== undefined || guest === undefined) {
      return refusal ?? unknownHandle('sandbox');
    }
    const signature = guest.signatures.get(request.export);
    const args = request.args.map((argument, index) => fromWire(argument, signature?.params[index] ?? '', sandbox));
    if (signature !== undefined && (args.includes(undefined) || args.length !== signature.params.length)) {
      const message = `'${request.export}' takes (${signature.params.join(' ')})`;
      return { outcome: { kind: 'rejected', phase: 'call', reason: 'argument-mismatch', message } };
    }
    started();
    const { limits } = request;
    const { result, report } = await sandboxes.call(
      sandbox,
      request.export,
      args.map((value) => value ?? null),
      {
        ...(limits?.fuel === undefined ? {} : { fuel: BigInt(limits.fuel) }),
        ...(limits?.wallMs === undefined ? {} : { wallMs: limits.wallMs }),
      },
    );
    const outcome =
      result.kind === 'returned'
        ? {
            outcome: {
              kind: 'returned',
              phase: 'call',
              values: result.values.map((value, index) => toWire(value, signature?.results[index] ?? '', sandbox)),
            },
          }
        : outcomeOf(result);
    return { ...outcome, ...(report === undefined ? {} : usageOf(report)), ...outputOf(report?.written) };
  };

  const regrant = async (request: RequestOf<'regrant'>): Promise<DriverReply> => {
    const guest = guests.get(request.sandbox as number);
    if (guest === undefined) {
      return unknownHandle('sandbox');
    }
    const removed = request.remove ?? [];
    const kept = guest.grants.filter((grant) => !removed.some((each) => sameGrant(each, grant)));
    guest.grants = [...kept, ...(request.add ?? [])];
    await sandboxes.regrant(request.sandbox as number, guest.grants);
    return {};
  };

  const drop = async (request: RequestOf<'drop'>): Promise<DriverReply> => {
    if (request.sandbox !== undefined) {
      guests.delete(request.sandbox as number);
      return (await sandboxes.drop(request.sandbox as number)) ? {} : unknownHandle('sandbox');
    }
    const module = modules.get(request.module as number);
    if (module === undefined) {
      return unknownHandle('module');
    }
    modules.delete(module.number);
    await sandboxes.forget(module);
    return {};
  };

  const handle = async (request: DriverRequest, started: () => void): Promise<DriverReply> => {
    switch (request.op) {
      case 'load':
        return load(request, started);
      case 'instantiate':
        return instantiate(request, started);
      case 'call':
        return call(request, started);
      case 'inspect': {
        const report = await sandboxes.usage(request.sandbox as number);
        return report === undefined ? unknownHandle('sandbox') : usageOf(report);
      }
      case 'regrant':
        return regrant(request);
      case 'cancel':
        if (sandboxes.isolation === 'thread') {
          return unsupported('op:cancel');
        }
        return sandboxes.cancel(request.sandbox as number) ? {} : unknownHandle('sandbox');
      case 'drop':
        return drop(request);
      case 'ping':
        return {};
      default:
        return unsupported(`op:${request.op}`);
    }
  };

  return {
    describe: () => describe(sandboxes.isolation, version),
    handle,
    close: () => sandboxes.close(),
  };
};
