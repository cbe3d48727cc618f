import { parseArgs } from 'node:util';
import { createSandboxes, type Isolation } from '../../reference/sandboxes.ts';
import { packageVersion } from '../../support/paths.ts';
import { serve } from '../driver/serve.ts';
import { createReferenceDriver } from './adapter.ts';

/** The reference sandbox as a program that speaks the host protocol: `driver.js [--isolation thread|worker]`. */

const { values } = parseArgs({ options: { isolation: { type: 'string', default: 'worker' } } });
const isolation: Isolation = values.isolation === 'thread' ? 'thread' : 'worker';
const provider = new URL('./test-functions.js', import.meta.url);

await serve(createReferenceDriver(await createSandboxes({ isolation, provider }), packageVersion));
process.exit(0);
