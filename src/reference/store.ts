import type { CompiledModule } from './compile.ts';
import { maxBalance, maxInitialHeapBytes, type SandboxLimits } from './limits.ts';
import type { Ending } from './outcome.ts';

/** A 64-bit counter that a guest's code and its owner share. */
export interface Counter {
  value: unknown;
}

interface Counters {
  readonly fuel: Counter;
  readonly memoryBytes: Counter;
  readonly tableElements: Counter;
}

/** What sandboxes of one trust domain share: budgets, and how the request under way is going to end. */
export interface Store {
  readonly limits: SandboxLimits;
  /** Set by whoever ends a guest from inside a host function; taken when the guest has unwound. */
  ending: Ending | undefined;
  /** Guests inside host functions inside guests. */
  depth: number;
  /** Clock reading at which the request under way must end. */
  deadline: number;
  members: number;
  readonly shared: boolean;

  /** The counters as imports of a member; made on demand. */
  counters(): Counters;
  /** Takes over the counters that the only member defines. */
  adopt(counters: Counters): void;
  fuelLeft(): bigint;
  fuelUsed(): bigint;
  /** Sets the balance from now on. */
  setFuel(amount: bigint): void;
  /** Takes fuel; the balance may become negative, which ends the guest at its next check. */
  takeFuel(amount: bigint): void;
  readonly outOfFuel: boolean;
  /** Takes what a module declares, or says which budget does not hold it. */
  reserve(module: CompiledModule['info']): Ending | undefined;
  memoryBytes(): number;
}

const asBigInt = (counter: Counter): bigint => counter.value as bigint;

const overBudget = (resource: 'memory' | 'table' | 'instances' | 'fuel', message: string): Ending => ({
  kind: 'limit',
  phase: 'instantiate',
  resource,
  message,
});

const newCounters = (): Counters => {
  const make = (): Counter => new WebAssembly.Global({ value: 'i64', mutable: true }, 0n);
  return { fuel: make(), memoryBytes: make(), tableElements: make() };
};

/**
 * @param shared - whether more than one sandbox may join. A store of one lets its module define the counters, which
 *   engines reach faster than imported ones.
 */
export const createStore = (limits: SandboxLimits, shared: boolean): Store => {
  let counters: Counters = shared
    ? newCounters()
    : { fuel: { value: 0n }, memoryBytes: { value: 0n }, tableElements: { value: 0n } };
  /** All fuel that was ever granted, less what a new balance took away. */
  let granted = limits.fuel;
  /** What initial values of the members took of the garbage-collected heap. */
  let initialHeapBytes = 0;
  /** What of the balance is beyond the counter's range. */
  let beyond = 0n;

  const setCounter = (amount: bigint): void => {
    const inside = amount > maxBalance ? maxBalance : amount;
    beyond = amount - inside;
    counters.fuel.value = inside;
  };
  setCounter(limits.fuel);
  counters.memoryBytes.value = BigInt(limits.memoryBytes);
  counters.tableElements.value = BigInt(limits.tableElements);

  const left = (): bigint => {
    const inside = asBigInt(counters.fuel);
    return (inside > 0n ? inside : 0n) + beyond;
  };

  const store: Store = {
    limits,
    ending: undefined,
    depth: 0,
    deadline: 0,
    members: 0,
    shared,
    counters: () => counters,
    adopt: (theirs) => {
      for (const name of ['fuel', 'memoryBytes', 'tableElements'] as const) {
        theirs[name].value = counters[name].value;
      }
      counters = theirs;
    },
    fuelLeft: left,
    fuelUsed: () => granted - left(),
    setFuel: (amount) => {
      granted += amount - left();
      setCounter(amount);
    },
    takeFuel: (amount) => {
      // Charging on would bring the counter round to a positive one.
      if (!store.outOfFuel && amount > 0n) {
        counters.fuel.value = asBigInt(counters.fuel) - (amount > maxBalance ? maxBalance : amount);
      }
    },
    get outOfFuel() {
      return asBigInt(counters.fuel) < 0n;
    },
    reserve: (info) => {
      if (store.members >= limits.instances) {
        return overBudget('instances', `more than the ${limits.instances} instances allowed`);
      }
      if (info.memoryBytes > asBigInt(counters.memoryBytes)) {
        return overBudget(
          'memory',
          `the module declares ${info.memoryBytes} bytes of memory; ${asBigInt(counters.memoryBytes)} are left`,
        );
      }
      if (initialHeapBytes + info.heapBytes > maxInitialHeapBytes) {
        return overBudget('memory', `initial values take ${info.heapBytes} bytes of the garbage-collected heap`);
      }
      if (info.tableElements > asBigInt(counters.tableElements)) {
        return overBudget(
          'table',
          `the module declares ${info.tableElements} table elements; ${asBigInt(counters.tableElements)} are left`,
        );
      }
      if (info.initialCost > left()) {
        store.takeFuel(info.initialCost);
        return overBudget('fuel', `initialising costs ${info.initialCost}`);
      }
      counters.memoryBytes.value = asBigInt(counters.memoryBytes) - info.memoryBytes;
      counters.tableElements.value = asBigInt(counters.tableElements) - info.tableElements;
      store.takeFuel(info.initialCost);
      initialHeapBytes += info.heapBytes;
      store.members += 1;
      return undefined;
    },
    memoryBytes: () => limits.memoryBytes - Number(asBigInt(counters.memoryBytes)),
  };
  return store;
};
