import { fileURLToPath } from 'node:url';
import type { HostConnector } from '../../contract/host.ts';
import { createSandboxes, type Isolation } from '../../reference/sandboxes.ts';
import { builtUrl, packageVersion } from '../../support/paths.ts';
import { inProcessConnector } from '../in-process.ts';
import { startStdio } from '../stdio/session.ts';
import { createReferenceDriver } from './adapter.ts';

/** The reference sandbox in an isolation of one's choice, in a supervised child or in the kit's own process. */
export const referenceConnector = (isolation: Isolation, inProcess: boolean): HostConnector => {
  if (inProcess) {
    return inProcessConnector('reference', async () => {
      const provider = builtUrl('src/hosts/reference/test-functions.js');
      const workerUrl = builtUrl('src/reference/worker/worker-main.js');
      return createReferenceDriver(await createSandboxes({ isolation, provider, workerUrl }), packageVersion);
    });
  }
  const driver = fileURLToPath(builtUrl('src/hosts/reference/driver.js'));
  return {
    name: 'reference',
    start: (options) => startStdio({ file: process.execPath, args: [driver, '--isolation', isolation] }, options),
  };
};
