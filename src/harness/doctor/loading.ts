import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../support/hash.ts';
import { buildModule } from '../../wasm/build-module.ts';
import { canaryModule } from '../canary-guest.ts';
import { type DoctorCheck, describeEnd, type Finding, inline, loadModule, must } from './check.ts';

/** Bytes of a large module: mostly a custom section, so that only the pipe has work with it. */
const largeBytes = 6 * 1024 * 1024;

/** Loads by content and by path, refuses other bytes than meant, takes large messages. */
export const loading: DoctorCheck = {
  name: 'loading',
  run: async (patient) => {
    const findings: Finding[] = [];
    const file = join(patient.scratch, 'doctor.wasm');
    writeFileSync(file, canaryModule);
    const byPath = await patient.ask<'load'>({
      op: 'load',
      kind: 'module',
      wasm: { path: file, sha256: sha256(canaryModule) },
    });
    if (byPath.kind !== 'reply' || byPath.reply.module === undefined) {
      findings.push(
        must(
          `a module is not loaded by path: ${byPath.kind === 'reply' ? JSON.stringify(byPath.reply.outcome) : describeEnd(byPath)}`,
        ),
      );
    }
    const other = { ...inline(canaryModule), sha256: sha256('something else') };
    const forged = await patient.ask<'load'>({ op: 'load', kind: 'module', wasm: other });
    if (forged.kind !== 'reply') {
      findings.push(must(`bytes with another SHA-256 than stated: ${describeEnd(forged)}`));
    } else if (forged.reply.outcome?.kind !== 'rejected' || forged.reply.outcome.reason !== 'digest') {
      findings.push(
        must(
          `bytes with another SHA-256 than stated are not refused (rejected at decode, reason digest) but answered ${JSON.stringify(forged.reply)}`,
        ),
      );
    }
    const large = buildModule({ customs: [{ name: 'padding', content: new Uint8Array(largeBytes) }] });
    const loaded = await loadModule(patient, large);
    if ('problem' in loaded && loaded.outcome?.kind !== 'limit') {
      findings.push(
        must(`a request of ${Math.round((largeBytes * 4) / 3 / 2 ** 20)} MiB is not understood: ${loaded.problem}`),
      );
    }
    return findings;
  },
};
