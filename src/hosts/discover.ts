import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { KitError } from '../contract/errors.ts';
import type { HostConnector } from '../contract/host.ts';
import { didYouMean } from '../support/did-you-mean.ts';
import { packageRoot } from '../support/paths.ts';
import { isBuilt } from './build.ts';
import { absoluteArguments, findProgram, splitCommand } from './command-line.ts';
import { startExec } from './exec/session.ts';
import { type Manifest, readManifest, variantOf, variantsOf } from './manifest.ts';
import { fillPlaces } from './places.ts';
import { startStdio } from './stdio/session.ts';

const driversFolder = join(packageRoot, 'drivers');
const manifestName = 'host.toml';

const foldersWithManifest = (): readonly string[] =>
  readdirSync(driversFolder)
    .filter((name) => existsSync(join(driversFolder, name, manifestName)))
    .sort();

const knownManifest = (folder: string): Manifest => readManifest(join(driversFolder, folder, manifestName));

/** The hosts that come with the kit: a folder below `drivers` with a manifest is one, and so is each of its variants. */
export const knownManifests = (): readonly Manifest[] =>
  foldersWithManifest().flatMap((folder) => {
    const manifest = knownManifest(folder);
    return [manifest, ...variantsOf(manifest).map((variant) => variantOf(manifest, variant))];
  });

/** Why a host cannot be reached on this machine, and what would help. */
export interface Unavailability {
  readonly reason: string;
  readonly help?: string;
}

const lookFor = (manifest: Manifest): Unavailability | undefined => {
  const folder = dirname(manifest.file);
  const missing = manifest.needs.find((need) => findProgram(need.program, folder) === undefined);
  if (missing !== undefined) {
    return { reason: `${missing.program} is missing`, help: missing.hint };
  }
  if (!isBuilt(manifest)) {
    const host = resolve(manifest.file).startsWith(driversFolder)
      ? manifest.base
      : relative(process.cwd(), manifest.file);
    return { reason: 'not built yet', help: `npx sandproof hosts build ${host}` };
  }
  const [program = ''] = fillPlaces(manifest.command, manifest);
  return findProgram(program, folder) === undefined ? { reason: `${program} is missing` } : undefined;
};

/** Why a host cannot be reached on this machine; `undefined` where it can. */
export const whyUnavailable = (manifest: Manifest): Unavailability | undefined => {
  try {
    return lookFor(manifest);
  } catch (error) {
    if (error instanceof KitError) {
      return { reason: error.message };
    }
    throw error;
  }
};

/** Reaches a host by its manifest. */
export const connectorFor = (manifest: Manifest, name: string): HostConnector => ({
  name,
  start: async (options) => {
    const unavailable = whyUnavailable(manifest);
    if (unavailable !== undefined) {
      const { reason, help } = unavailable;
      return { kind: 'failed', reason: help === undefined ? reason : `${reason}: ${help}`, stderr: '' };
    }
    if (manifest.kind === 'exec') {
      return startExec(manifest, options);
    }
    const [program = '', ...args] = fillPlaces(manifest.command, manifest);
    const folder = dirname(manifest.file);
    const file = findProgram(program, folder) ?? program;
    return startStdio({ file, args: absoluteArguments(args, folder), env: manifest.env }, options);
  },
});

const commandConnector = (words: readonly string[], folder: string, name: string): HostConnector | undefined => {
  const [program = '', ...args] = words;
  const file = findProgram(program, folder);
  return file === undefined
    ? undefined
    : { name, start: (options) => startStdio({ file, args: absoluteArguments(args, folder) }, options) };
};

const knownManifestOf = (host: string): Manifest | undefined => {
  const folders = foldersWithManifest();
  if (folders.includes(host)) {
    return knownManifest(host);
  }
  for (const folder of folders.filter((name) => host.startsWith(`${name}-`))) {
    const manifest = knownManifest(folder);
    const variant = host.slice(folder.length + 1);
    if (variantsOf(manifest).includes(variant)) {
      return variantOf(manifest, variant);
    }
  }
  return undefined;
};

/** Manifest of a known host, or at a path; `undefined` for anything else. */
export const findManifest = (host: string): Manifest | undefined =>
  knownManifestOf(host) ?? (host.endsWith('.toml') && existsSync(host) ? readManifest(host) : undefined);

/**
 * Finds a host: a known name, then the path of a manifest, then a command (split into words, never given to a shell).
 *
 * @throws {KitError} of code `host-unknown` where it is none of them.
 */
export const findHost = (host: string, folder = process.cwd()): HostConnector => {
  const manifest = findManifest(host);
  if (manifest !== undefined) {
    return connectorFor(manifest, host);
  }
  const words = splitCommand(host);
  const connector = words === undefined ? undefined : commandConnector(words, folder, host);
  if (connector !== undefined) {
    return connector;
  }
  const names = knownManifests().map(({ name }) => name);
  throw new KitError('host-unknown', `'${host}' is no known host, no manifest, and no command that can be run`, {
    hint: didYouMean(host, names) ?? `known hosts: ${names.join(', ')}; or give a command: --host './my-driver --flag'`,
  });
};
