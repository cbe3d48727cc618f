import { connectorFor, findManifest, knownHosts, whyUnavailable } from '../../hosts/discover.ts';
import { printable, printableJson } from '../../support/printable.ts';
import type { HostsArguments } from '../commands/hosts.ts';
import { exitWhenInterrupted } from '../interrupt.ts';
import { print } from '../print.ts';
import { createScratch } from '../scratch.ts';

/** One known host as it is on this machine. */
interface HostRow {
  readonly name: string;
  readonly summary: string;
  readonly version?: string;
  readonly engine?: string;
  readonly available: boolean;
  readonly reason?: string;
}

const helloDeadlineMs = 20_000;

const lookAt = async (name: string, scratch: string): Promise<HostRow> => {
  const manifest = findManifest(name);
  if (manifest === undefined) {
    return { name, summary: '', available: false, reason: 'it has no manifest' };
  }
  const { summary } = manifest;
  const reason = whyUnavailable(manifest);
  if (reason !== undefined) {
    return { name, summary, available: false, reason };
  }
  const started = await connectorFor(manifest, name).start({
    scratch,
    canaryToken: 'none',
    secrets: [],
    helloDeadlineMs,
    residentCeiling: Number.MAX_SAFE_INTEGER,
  });
  if (started.kind === 'failed') {
    return { name, summary, available: false, reason: started.reason };
  }
  const { host } = started.session.description;
  await started.session.close();
  const engine = host.engineVersion === undefined ? host.engine : `${host.engine} ${host.engineVersion}`;
  return { name, summary, version: host.version, engine, available: true };
};

/** Prints every known host with its version, or with what is missing. `--json`: `{ hosts: [ { name, version, available, reason? } ] }`. */
export const handleHosts = async (args: HostsArguments): Promise<void> => {
  exitWhenInterrupted();
  const scratch = createScratch();
  try {
    const hosts = await Promise.all(knownHosts().map((name) => lookAt(name, scratch.folder)));
    if (args.json) {
      print(printableJson({ hosts }));
      return;
    }
    const width = Math.max(...hosts.map(({ name }) => name.length));
    for (const host of hosts) {
      const state = host.available ? `${host.version} (${host.engine})` : `not available: ${host.reason}`;
      print(`${host.name.padEnd(width)}  ${printable(state)}\n${' '.repeat(width)}  ${host.summary}`);
    }
  } finally {
    scratch.remove();
  }
};
