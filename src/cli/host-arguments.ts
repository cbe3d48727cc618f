import { KitError } from '../contract/errors.ts';
import type { HostConnector } from '../contract/host.ts';
import { findHost } from '../hosts/discover.ts';

/** The host that was asked for; the reference has two ways to be run that others have not. */
export const connectorFrom = async (args: {
  readonly host: string;
  readonly isolation?: 'thread' | 'worker' | undefined;
  readonly 'in-process'?: boolean;
}): Promise<HostConnector> => {
  const isSpecial = args.isolation !== undefined || args['in-process'] === true;
  if (!isSpecial) {
    return findHost(args.host);
  }
  if (args.host !== 'reference') {
    const option = args.isolation === undefined ? 'in-process' : 'isolation';
    throw new KitError('usage', `--${option} is for the reference sandbox, not for '${args.host}'`);
  }
  const { referenceConnector } = await import('../hosts/reference/connector.ts');
  return referenceConnector(args.isolation ?? 'worker', args['in-process'] === true);
};
