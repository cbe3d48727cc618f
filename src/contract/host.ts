import type { HostDescription } from './description.ts';
import type { ReplyOf, RequestOf, replySchemas } from './messages.ts';
import type { ProcessFigures } from './record.ts';

/** Operations that a running host answers; `hello` is behind it once there is a session. */
export type SessionOp = keyof typeof replySchemas;

/** What came of one request. Everything but `reply` means that the session is over. */
export type Answer<T> =
  | { readonly kind: 'reply'; readonly reply: T; readonly elapsedMs: number }
  | { readonly kind: 'host-hang'; readonly afterMs: number; readonly started: boolean }
  | { readonly kind: 'host-crash'; readonly detail: string; readonly started: boolean }
  | { readonly kind: 'protocol-error'; readonly detail: string }
  | { readonly kind: 'escape'; readonly detail: string };

export interface SendOptions {
  /** The kit's deadline: when it passes the host is killed. */
  readonly deadlineMs: number;
  /** Called when the host says that guest bytes are at work; may never be called. */
  readonly onStarted?: () => void;
}

/** Something that the kit noticed about a host's manners; none of it decides a verdict. */
export interface Noise {
  /** Bytes on stdout outside any message. */
  readonly bytes: number;
  readonly tail: string;
}

/**
 * One running host. Requests may overlap up to the host's declared concurrency. After an answer that is no reply,
 * every further request is answered `host-crash`.
 */
export interface HostSession {
  readonly description: HostDescription;
  /** Whether the session can still be used. */
  readonly alive: boolean;
  send<K extends SessionOp>(request: RequestOf<K>, options: SendOptions): Promise<Answer<ReplyOf<K>>>;
  /** What the operating system says; `undefined` where it doesn't, or where the host runs in the kit's process. */
  figures(): ProcessFigures | undefined;
  /** Processor time of each of the host's threads so far, in nanoseconds; `undefined` where {@link figures} is. */
  threadTimes(): ReadonlyMap<string, bigint> | undefined;
  /** The host's stderr, its last 64 KiB. */
  stderr(): string;
  noise(): Noise;
  /** Something seen since the last call that no single request explains: a forged message, a watchdog's kill. */
  takeViolations(): readonly { readonly kind: 'memory'; readonly message: string }[];
  /** Ends the host politely, by force after 2 s; `end-of-input` says no `bye`. Whether it left by itself. */
  close(how?: 'bye' | 'end-of-input'): Promise<boolean>;
  /** Ends it now, with all its processes. */
  kill(): Promise<void>;
}

/** What the kit needs to start a host. */
export interface StartOptions {
  /** Folder of the run for the host's home and working directory; exists and is the kit's own. */
  readonly scratch: string;
  /** Secret that stands in the host's environment; wherever it comes back, something got out. */
  readonly canaryToken: string;
  /** Secrets beside the token, such as the content of canary files. */
  readonly secrets: readonly string[];
  readonly helloDeadlineMs: number;
  /** Resident memory beyond which the host is killed, in bytes. */
  readonly residentCeiling: number;
  /** Gives up a start under way; the result is `failed`. */
  readonly signal?: AbortSignal;
  /** Told of every message in both directions, for transcripts. */
  readonly onMessage?: (direction: 'to-host' | 'from-host', line: string) => void;
}

/** A host that said hello, or why it did not; never thrown, since hosts fail to start all the time. */
export type StartResult =
  | { readonly kind: 'started'; readonly session: HostSession }
  | { readonly kind: 'failed'; readonly reason: string; readonly stderr: string };

/** How one kind of host is reached. */
export interface HostConnector {
  /** Name for reports, repro commands and `expectations/<name>.toml`. */
  readonly name: string;
  start(options: StartOptions): Promise<StartResult>;
}
