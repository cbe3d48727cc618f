import type { ValueType } from '../wasm/types.ts';

/** A value as a host function sees it: references are whatever object they stand for. */
export type HostValue = unknown;

/**
 * What a host function can do with the guest that calls it. Everything that ends the guest ends it for good: it is
 * raised as a trap inside WebAssembly, which no handler of the guest can catch.
 */
export interface HostContext {
  /** The guest's exported `memory` as it is now; look again after every call into the guest, which may grow it. */
  memory(): Uint8Array;
  /** Copies bytes out of the guest's memory. Out of bounds fails the call before anything is read. */
  read(pointer: number, length: number): Uint8Array;
  /** Copies bytes into the guest's memory. Out of bounds fails the call before any byte is written. */
  write(pointer: number, bytes: Uint8Array): void;
  /** Calls an export of the guest within the budgets of the call under way. */
  call(name: string, ...args: HostValue[]): HostValue;
  /** Takes fuel for work that the host does for the guest; out of fuel the guest ends here. */
  charge(amount: bigint): void;
  /** Adds to what the guest wrote; beyond its budget the guest ends here. */
  emit(stream: 'stdout' | 'stderr' | 'log', bytes: Uint8Array): void;
  /** Milliseconds until the deadline of the call under way. */
  remainingMs(): number;
  /** Refuses what the guest asks for, and ends it. */
  deny(capability: string, scope: string): never;
  /** Ends the guest as it asked for. */
  exit(exitCode: number): never;
  /** Closes the sandbox that is calling. */
  close(): never;
}

/** A function that a host offers. What it throws is the guest's trap `host-function`. */
export interface HostFunction {
  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];
  call(context: HostContext, ...args: HostValue[]): HostValue;
}

/** Functions by module and name. Maps have no prototype chain to look a name up in. */
export type HostFunctions = ReadonlyMap<string, ReadonlyMap<string, HostFunction>>;
