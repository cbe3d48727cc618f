import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KitError } from '../contract/errors.ts';
import type { HostConnector } from '../contract/host.ts';
import { didYouMean } from '../support/did-you-mean.ts';
import { packageRoot } from '../support/paths.ts';
import { absoluteArguments, findProgram, splitCommand } from './command-line.ts';
import { startExec } from './exec/session.ts';
import { fillPlaces, type Manifest, readManifest } from './manifest.ts';
import { startStdio } from './stdio/session.ts';

const driversFolder = join(packageRoot, 'drivers');
const manifestName = 'host.toml';

/** Names of the hosts that come with the kit: the folders below `drivers` that hold a manifest. */
export const knownHosts = (): readonly string[] =>
  readdirSync(driversFolder)
    .filter((name) => existsSync(join(driversFolder, name, manifestName)))
    .sort();

/** Why a host cannot be reached on this machine, with what would help; `undefined` where it can. */
export const whyUnavailable = (manifest: Manifest): string | undefined => {
  const [program = ''] = fillPlaces(manifest.command, manifest.file);
  const missing = manifest.needs.find((need) => findProgram(need.program, dirname(manifest.file)) === undefined);
  if (missing !== undefined) {
    return `${missing.program} is missing: ${missing.hint}`;
  }
  return findProgram(program, dirname(manifest.file)) === undefined ? `${program} is missing` : undefined;
};

/** Reaches a host by its manifest. */
export const connectorFor = (manifest: Manifest, name: string): HostConnector => ({
  name,
  start: async (options) => {
    const unavailable = whyUnavailable(manifest);
    if (unavailable !== undefined) {
      return { kind: 'failed', reason: unavailable, stderr: '' };
    }
    if (manifest.kind === 'exec') {
      return startExec(manifest, options);
    }
    const [program = '', ...args] = fillPlaces(manifest.command, manifest.file);
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

/** Manifest of a known host, or at a path; `undefined` for anything else. */
export const findManifest = (host: string): Manifest | undefined => {
  const known = join(driversFolder, host, manifestName);
  if (/^[a-z0-9][a-z0-9-]*$/.test(host) && existsSync(known)) {
    return readManifest(known);
  }
  return host.endsWith('.toml') && existsSync(host) ? readManifest(host) : undefined;
};

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
  const names = knownHosts();
  throw new KitError('host-unknown', `'${host}' is no known host, no manifest, and no command that can be run`, {
    hint: didYouMean(host, names) ?? `known hosts: ${names.join(', ')}; or give a command: --host './my-driver --flag'`,
  });
};
