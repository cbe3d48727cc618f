import type { ModuleInfo } from './module-info.ts';

/** The export that instantiating calls, by the convention of WASI's reactors. */
export const initializer = '_initialize';

/** A module, compiled or not yet. */
interface Known {
  readonly info: ModuleInfo;
  readonly bytes: Uint8Array;
}

/*
 * What is known to end well before its deadline, and need not be watched (src/reference/deadline.ts). RATIONALE.md, "Why
 * is not every call watched?"
 */

/**
 * Units of fuel that last less than a millisecond, whatever they are spent on: the meter's prices make a unit some
 * nanoseconds, so this is wrong by a factor of a hundred or more, on the side of caution.
 */
const unitsPerMillisecond = 1000n;

/**
 * Bytes of a module that is compiled in much less than a second. The worst that is known is a function of 50,000 locals
 * every ten bytes, each worth some milliseconds.
 */
const smallToCompile = 1024;
/** Bytes of a module without code of its own to run that is instantiated in much less than a second. */
const smallToInstantiate = 16 * 1024;
/** Milliseconds. */
const aSecond = 1000;

const lastsLess = (fuel: bigint, wallMs: number): boolean => fuel <= BigInt(Math.floor(wallMs)) * unitsPerMillisecond;

/** Whether a module is compiled long before its deadline. */
export const compilesAtOnce = (bytes: Uint8Array, compileMs: number): boolean =>
  bytes.length <= smallToCompile && compileMs >= aSecond;

/** Whether a guest's fuel is gone long before its deadline. */
export const endsByFuel = ({ info }: Known, fuel: bigint, wallMs: number): boolean =>
  info.isSteady && lastsLess(fuel, wallMs);

/** Whether a module runs nothing by itself when it is instantiated, and has little to be initialised. */
export const startsAtOnce = ({ info, bytes }: Known, wallMs: number): boolean =>
  !info.hasStart &&
  info.exports.every(({ name }) => name !== initializer) &&
  bytes.length <= smallToInstantiate &&
  wallMs >= aSecond &&
  lastsLess(info.initialCost, wallMs);
