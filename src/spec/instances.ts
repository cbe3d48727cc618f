import type { ModuleFace } from './exports.ts';
import type { CommandResult } from './results.ts';
import type { Action } from './script.ts';
import { NotRun } from './stops.ts';

/** An instance that commands may name. */
export type Instance = { readonly face: ModuleFace } & (
  | { readonly kind: 'made'; readonly sandbox: unknown }
  /** It should have been made, and was not: what comes of commands that need it. */
  | { readonly kind: 'absent'; readonly because: CommandResult }
);

/** A module that may be made several times. */
export interface Definition {
  readonly bytes: Uint8Array;
  readonly module: unknown;
}

/** What a script's names stand for at a moment. */
export interface Names {
  latest: Instance | undefined;
  latestDefinition: Definition | undefined;
  readonly instances: Map<string, Instance>;
  readonly definitions: Map<string, Definition>;
  /** Under the names that other modules import from. */
  readonly registered: Map<string, Instance>;
}

export const createNames = (): Names => ({
  latest: undefined,
  latestDefinition: undefined,
  instances: new Map(),
  definitions: new Map(),
  registered: new Map(),
});

/** Makes an instance the latest, and gives it a name if it has one. */
export const nameInstance = (names: Names, instance: Instance, name: string | undefined): void => {
  names.latest = instance;
  if (name !== undefined) {
    names.instances.set(name, instance);
  }
};

/** An instance by name; without one the latest. */
export const instanceNamed = (names: Names, name: string | undefined): Instance => {
  const instance = name === undefined ? names.latest : names.instances.get(name);
  if (instance === undefined) {
    throw new NotRun({ kind: 'failed', message: `there is no instance ${name ?? 'yet'}` });
  }
  return instance;
};

/** The instance that an action is about. */
export const instanceFor = (names: Names, action: Action): Instance => instanceNamed(names, action.instance);

/** The sandbox of an instance; of one that is not there, what comes of it. */
export const sandboxOf = (instance: Instance): unknown => {
  if (instance.kind === 'absent') {
    throw new NotRun(instance.because);
  }
  return instance.sandbox;
};

/** An instance that could not be made by a command at a line. */
export const absentInstance = (face: ModuleFace, result: CommandResult, line: number): Instance => ({
  kind: 'absent',
  face,
  because: result.kind === 'failed' ? { kind: 'skipped', reason: `the module of line ${line} was not made` } : result,
});
