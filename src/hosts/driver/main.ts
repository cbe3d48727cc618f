/**
 * What a driver in JavaScript needs, `sandproof/driver`: it describes a host and answers requests; the protocol is done
 * for it (docs/protocol.md). Nothing of ours imports this file.
 */
export type { HostDescriptionInput } from '../../contract/description.ts';
export type { Driver, DriverOp, DriverReply, DriverRequest } from './driver.ts';
export { serve } from './serve.ts';
