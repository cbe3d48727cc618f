import type { HostConnector, StartOptions } from '../../contract/host.ts';
import { type Finding, must, should } from './check.ts';

/** How long a driver has to leave, by the protocol, in milliseconds. */
const leaveMs = 2000;

const leave = async (
  connector: HostConnector,
  options: StartOptions,
  how: 'bye' | 'end-of-input',
): Promise<readonly Finding[]> => {
  const word = how === 'bye' ? "'bye'" : 'the end of its input';
  const started = await connector.start(options);
  if (started.kind === 'failed') {
    return [must(`it does not start again: ${started.reason}`)];
  }
  const begun = performance.now();
  const left = await started.session.close(how);
  const took = Math.round(performance.now() - begun);
  if (!left) {
    return [must(`it does not leave within ${leaveMs / 1000} s of ${word}; the kit had to kill it`)];
  }
  return took > leaveMs / 2 ? [should(`it takes ${took} ms to leave after ${word}`)] : [];
};

/** Whether a driver leaves after `bye`, and at the end of its input, in time and without being killed. */
export const checkShutdown = async (connector: HostConnector, options: StartOptions): Promise<readonly Finding[]> => [
  ...(await leave(connector, options, 'bye')),
  ...(await leave(connector, options, 'end-of-input')),
];
