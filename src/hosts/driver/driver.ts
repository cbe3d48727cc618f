import type { HostDescriptionInput } from '../../contract/description.ts';
import type { Op, RequestOf } from '../../contract/messages.ts';

/** A reply as a driver writes it, without its id. */
export type DriverReply = Readonly<Record<string, unknown>>;

/** Operations that reach a driver; `hello` and `bye` are the server's own. */
export type DriverOp = Exclude<Op, 'hello' | 'bye'>;
export type DriverRequest = { [K in DriverOp]: RequestOf<K> }[DriverOp];

/** One host behind the protocol: what it is, and what it answers. */
export interface Driver {
  describe(): HostDescriptionInput;
  /**
   * Answers one request. `started` is called before guest bytes are let to work. Rejecting is a bug of the driver: the
   * kit sees a `host-error`.
   */
  handle(request: DriverRequest, started: () => void): Promise<DriverReply>;
  close(): Promise<void>;
}
