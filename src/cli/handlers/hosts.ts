import { connectorFor, knownManifests, whyUnavailable } from '../../hosts/discover.ts';
import type { Manifest } from '../../hosts/manifest.ts';
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
  /** The command or the place that would provide what is missing. */
  readonly help?: string;
}

const helloDeadlineMs = 20_000;

const lookAt = async (manifest: Manifest, scratch: string): Promise<HostRow> => {
  const { name, summary } = manifest;
  const unavailable = whyUnavailable(manifest);
  if (unavailable !== undefined) {
    return { name, summary, available: false, ...unavailable };
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

/** Prints every known host with its version, or with what is missing. `--json`: `{ hosts: [ { name, version, available, reason?, help? } ] }`. */
export const handleHosts = async (args: HostsArguments): Promise<void> => {
  exitWhenInterrupted();
  const scratch = createScratch();
  try {
    const hosts = await Promise.all(knownManifests().map((manifest) => lookAt(manifest, scratch.folder)));
    if (args.json) {
      print(printableJson({ hosts }));
      return;
    }
    const width = Math.max(...hosts.map(({ name }) => name.length));
    for (const host of hosts) {
      const missing = host.help === undefined ? host.reason : `${host.reason}: ${host.help}`;
      const state = host.available ? `${host.version} (${host.engine})` : `not available: ${missing}`;
      print(`${host.name.padEnd(width)}  ${printable(state)}\n${' '.repeat(width)}  ${host.summary}`);
    }
  } finally {
    scratch.remove();
  }
};
