import { readFileSync } from 'node:fs';
import { exitCodes, KitError } from '../../contract/errors.ts';
import { buildHost } from '../../hosts/build.ts';
import { findManifest, knownManifests, whyUnavailable } from '../../hosts/discover.ts';
import type { Manifest } from '../../hosts/manifest.ts';
import { didYouMean } from '../../support/did-you-mean.ts';
import { printable } from '../../support/printable.ts';
import type { BuildArguments } from '../commands/hosts.ts';
import { exitWhenInterrupted } from '../interrupt.ts';
import { print } from '../print.ts';

/** How much of a failed build's log is shown. */
const linesOfLog = 30;

const manifestOf = (name: string): Manifest => {
  const manifest = findManifest(name);
  if (manifest !== undefined) {
    return manifest;
  }
  const names = knownManifests().map((known) => known.name);
  throw new KitError('host-unknown', `'${name}' is no known host and no manifest`, {
    hint: didYouMean(name, names) ?? `known hosts: ${names.join(', ')}`,
  });
};

/** The manifests to build, each build once: variants share theirs. */
const wanted = (args: BuildArguments): readonly Manifest[] => {
  const names = args.host ?? [];
  if ((names.length === 0) !== args.all) {
    throw new KitError('usage', names.length === 0 ? 'no host is given' : '--all and a host are both given', {
      hint: 'name hosts, or give --all',
    });
  }
  const manifests = args.all ? knownManifests().filter(({ build }) => build !== undefined) : names.map(manifestOf);
  return [...new Map(manifests.map((manifest) => [manifest.file, manifest])).values()];
};

const missingProgram = (manifest: Manifest): string | undefined => {
  const unavailable = whyUnavailable({ ...manifest, build: undefined, command: [process.execPath] });
  return unavailable === undefined ? undefined : `${unavailable.reason}: ${unavailable.help ?? ''}`;
};

/** Builds one host; whether it can be used now. */
const buildOne = async (manifest: Manifest, verbose: boolean): Promise<boolean> => {
  const { base } = manifest;
  if (manifest.build === undefined) {
    print(`${base}: nothing to build`);
    return true;
  }
  const missing = missingProgram(manifest);
  if (missing !== undefined) {
    print(`${base}: not built: ${printable(missing)}`);
    return false;
  }
  const result = await buildHost(manifest, {
    verbose,
    onStep: (words) => print(`${base}: ${printable(words.join(' '))}`),
  });
  switch (result.kind) {
    case 'kept':
      print(`${base}: built before`);
      return true;
    case 'built':
      print(`${base}: built in ${(result.milliseconds / 1000).toFixed(1)} s`);
      return true;
    case 'failed': {
      const tail = readFileSync(result.log, 'utf8').trimEnd().split('\n').slice(-linesOfLog);
      print(`${base}: not built: ${printable(result.reason)}`);
      print([...tail.map((line) => `  ${printable(line)}`), `  all of it: ${result.log}`].join('\n'));
      return false;
    }
  }
};

/** Builds hosts one after the other. One that fails does not keep the others from being built. */
export const handleBuild = async (args: BuildArguments): Promise<void> => {
  exitWhenInterrupted();
  for (const manifest of wanted(args)) {
    const isUsable = await buildOne(manifest, args.verbose);
    // What was not asked for by name may lack its toolchain: it is named, and no failure.
    if (!isUsable && !(args.all && missingProgram(manifest) !== undefined)) {
      process.exitCode = exitCodes.broken;
    }
  }
};
