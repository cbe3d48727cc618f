import type { HostContext, HostFunction, HostFunctions, HostValue } from './host-function.ts';
import { maxReentryDepth } from './limits.ts';
import { defaultCosts } from './meter/costs.ts';
import type { Ending } from './outcome.ts';
import type { Written } from './sandbox.ts';
import type { Store } from './store.ts';
import { raiseTrap } from './traps.ts';

/** What host functions reach of the guest that calls them. */
interface Guest {
  readonly store: Store;
  readonly functions: HostFunctions;
  guestFunction(name: string): unknown;
  guestMemory(): WebAssembly.Memory | undefined;
  /** Closes the sandbox, for good. */
  close(): void;
}

export interface HostCalls {
  /** The JavaScript function that stands for a granted function; the same one each time. */
  wrap(module: string, name: string): unknown;
  takeWritten(): Written;
  grantOnly(keys: ReadonlySet<string>): void;
}

/** Thrown by the kit's own checks inside a host function; the guest sees a trap. */
class HostFailure extends Error {
  override readonly name = 'HostFailure';
}

const matches = (value: unknown, type: string): boolean => {
  switch (type) {
    case 'i32':
    case 'f32':
    case 'f64':
      return typeof value === 'number';
    case 'i64':
      return typeof value === 'bigint';
    default:
      return type === 'externref' || value === null || typeof value === 'function' || typeof value === 'object';
  }
};

const hasTypes = (value: HostValue, types: readonly string[]): boolean => {
  if (types.length === 0) {
    return true;
  }
  const values: unknown[] = types.length === 1 ? [value] : Array.isArray(value) ? value : [];
  return values.length === types.length && values.every((each, index) => matches(each, types[index] ?? ''));
};

interface Stream {
  readonly chunks: Uint8Array[];
}

const joined = ({ chunks }: Stream): Uint8Array => new Uint8Array(Buffer.concat(chunks.splice(0)));

/**
 * Wraps host functions for a guest. No JavaScript exception leaves a wrapper: a guest could catch it. How the guest is
 * to end is noted in the store, and a trap of WebAssembly's own unwinds it.
 */
export const createHostCalls = (guest: Guest): HostCalls => {
  const { store } = guest;
  const streams: Record<'stdout' | 'stderr' | 'log', Stream> = {
    stdout: { chunks: [] },
    stderr: { chunks: [] },
    log: { chunks: [] },
  };
  let writtenBytes = 0;
  let truncated = false;
  /** An error of the engine on its way from an inner guest through a host function. */
  let passing: { readonly error: unknown } | undefined;
  const wrappers = new Map<string, unknown>();
  /** Set once grants changed after linking. */
  let stillGranted: ReadonlySet<string> | undefined;

  const end = (ending: Ending): never => {
    store.ending ??= ending;
    return raiseTrap();
  };
  const failed = (message: string): never => end({ kind: 'trapped', phase: 'call', code: 'host-function', message });

  const memory = (): Uint8Array => {
    const found = guest.guestMemory();
    if (found === undefined) {
      throw new HostFailure('the guest exports no memory');
    }
    return new Uint8Array(found.buffer as ArrayBuffer);
  };

  /** Checks a range that the guest names; pointers and lengths are unsigned. */
  const range = (pointer: number, length: number): { view: Uint8Array; start: number } => {
    const start = pointer >>> 0;
    const size = length >>> 0;
    const view = memory();
    if (start + size > view.length) {
      throw new HostFailure(`bytes ${start} to ${start + size} are out of bounds`);
    }
    if (size > store.limits.hostcallBytes) {
      end({ kind: 'limit', phase: 'call', resource: 'hostcall-bytes', message: `${size} bytes in one host call` });
    }
    context.charge(BigInt(Math.floor(size / 64) * defaultCosts.sixtyFourBytes));
    return { view, start };
  };

  const context: HostContext = {
    memory,
    read: (pointer, length) => {
      const { view, start } = range(pointer, length);
      return view.slice(start, start + (length >>> 0));
    },
    write: (pointer, bytes) => {
      const { view, start } = range(pointer, bytes.length);
      view.set(bytes, start);
    },
    call: (name, ...args) => {
      const callee = guest.guestFunction(name);
      if (typeof callee !== 'function') {
        throw new HostFailure(`the guest exports no function '${name}'`);
      }
      try {
        return (callee as (...values: unknown[]) => unknown)(...args);
      } catch (error) {
        // No guest and no host function lets one out: the engine refuses to pass an argument or a result.
        if (error instanceof TypeError) {
          throw new HostFailure(`the guest's function '${name}' has another type: ${error.message}`);
        }
        passing = { error };
        throw error;
      }
    },
    charge: (amount) => {
      store.takeFuel(amount);
      if (store.outOfFuel) {
        raiseTrap();
      }
    },
    emit: (stream, bytes) => {
      const room = store.limits.outputBytes - writtenBytes;
      const kept = bytes.slice(0, Math.max(0, room));
      streams[stream].chunks.push(kept);
      writtenBytes += kept.length;
      if (kept.length < bytes.length) {
        truncated = true;
        end({
          kind: 'limit',
          phase: 'call',
          resource: 'output',
          message: `more than ${store.limits.outputBytes} bytes of output`,
        });
      }
    },
    remainingMs: () => Math.max(0, store.deadline - performance.now()),
    deny: (capability, scope) => end({ kind: 'denied', phase: 'call', capability, scope }),
    exit: (exitCode) => end({ kind: 'exited', phase: 'call', exitCode: exitCode >>> 0 }),
    close: () => {
      guest.close();
      return end({ kind: 'cancelled', phase: 'call' });
    },
  };

  const settle = (error: unknown): never => {
    if (store.ending !== undefined || store.outOfFuel) {
      return raiseTrap();
    }
    if (passing?.error === error) {
      passing = undefined;
      throw error;
    }
    if (error instanceof RangeError && error.message === 'Maximum call stack size exceeded') {
      store.ending = {
        kind: 'limit',
        phase: 'call',
        resource: 'stack',
        message: 'call stack exhausted in a host function',
      };
      return raiseTrap();
    }
    return failed(error instanceof Error ? error.message : String(error));
  };

  const wrapper =
    (granted: HostFunction, key: string) =>
    (...args: unknown[]): unknown => {
      if (store.ending !== undefined) {
        raiseTrap();
      }
      if (stillGranted?.has(key) === false) {
        context.deny('host-function', key.slice(key.indexOf('\0') + 1));
      }
      if (store.depth >= maxReentryDepth) {
        end({
          kind: 'limit',
          phase: 'call',
          resource: 'reentry-depth',
          message: `${maxReentryDepth} host calls inside each other`,
        });
      }
      context.charge(BigInt(defaultCosts.hostCall));
      store.depth += 1;
      let result: unknown;
      try {
        result = granted.call(context, ...args);
      } catch (error) {
        settle(error);
      } finally {
        store.depth -= 1;
      }
      return hasTypes(result, granted.results) ? result : failed('a host function returned another type than it has');
    };

  return {
    wrap: (module, name) => {
      const granted = guest.functions.get(module)?.get(name);
      if (granted === undefined) {
        return undefined;
      }
      const key = `${module}\0${name}`;
      const known = wrappers.get(key) ?? wrapper(granted, key);
      wrappers.set(key, known);
      return known;
    },
    grantOnly: (keys) => {
      stillGranted = keys;
    },
    takeWritten: () => {
      const written = {
        stdout: joined(streams.stdout),
        stderr: joined(streams.stderr),
        log: joined(streams.log),
        truncated,
      };
      writtenBytes = 0;
      truncated = false;
      return written;
    },
  };
};
