import { maxMessageBytes } from '../../contract/messages.ts';

/** What the frame reader finds in a driver's stdout. */
export interface FrameSink {
  /** The JSON text of one message. */
  message(text: string): void;
  /** Bytes that belong to no message: discarded, counted, a bounded tail kept by whoever cares. */
  noise(bytes: Buffer): void;
  /** A message longer than the protocol allows; nothing further is read. */
  oversized(): void;
}

export interface FrameReader {
  push(chunk: Buffer): void;
  /** The stream ended; what stands there is no message, since a message ends with its line. */
  end(): void;
}

/** Ends a message, and stands before each. */
export const newline = 0x0a;
const nothing: Buffer = Buffer.alloc(0);

/** The bytes that begin a message: `@<nonce> `. */
export const markerOf = (nonce: string): Buffer => Buffer.from(`@${nonce} `);

/** Length of the longest end of `bytes` that could still become the marker. */
const partialMarker = (bytes: Buffer, marker: Buffer): number => {
  for (let length = Math.min(bytes.length, marker.length - 1); length > 0; length -= 1) {
    if (bytes.subarray(bytes.length - length).equals(marker.subarray(0, length))) {
      return length;
    }
  }
  return 0;
};

/**
 * Finds messages in a stream that guests may write to as well: what follows the first `@<nonce> ` anywhere in a line,
 * up to the line's end. Holds at most one message and one partial marker, however much noise there is.
 */
export const createFrameReader = (nonce: string, sink: FrameSink, maxBytes = maxMessageBytes): FrameReader => {
  const marker = markerOf(nonce);
  let carried: Buffer = nothing;
  let message: Buffer[] | undefined;
  let messageBytes = 0;
  let stopped = false;

  const noise = (bytes: Buffer): void => {
    if (bytes.length > 0) {
      sink.noise(bytes);
    }
  };

  /** Looks for a marker; returns what follows it, or nothing when the chunk is used up. */
  const search = (chunk: Buffer): Buffer | undefined => {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const at = bytes.indexOf(marker);
    if (at < 0) {
      const keep = partialMarker(bytes, marker);
      noise(bytes.subarray(0, bytes.length - keep));
      carried = keep === 0 ? nothing : Buffer.from(bytes.subarray(bytes.length - keep));
      return undefined;
    }
    noise(bytes.subarray(0, at));
    carried = nothing;
    message = [];
    messageBytes = 0;
    return bytes.subarray(at + marker.length);
  };

  /** Adds to the message under way; returns what follows its line, or nothing when the chunk is used up. */
  const collect = (chunk: Buffer, parts: Buffer[]): Buffer | undefined => {
    const at = chunk.indexOf(newline);
    const part = at < 0 ? chunk : chunk.subarray(0, at);
    messageBytes += part.length;
    if (messageBytes > maxBytes) {
      stopped = true;
      message = undefined;
      sink.oversized();
      return undefined;
    }
    parts.push(part);
    if (at < 0) {
      return undefined;
    }
    message = undefined;
    sink.message((parts.length === 1 ? part : Buffer.concat(parts)).toString('utf8'));
    return chunk.subarray(at + 1);
  };

  return {
    push: (chunk) => {
      let rest: Buffer | undefined = chunk;
      while (rest !== undefined && rest.length > 0 && !stopped) {
        rest = message === undefined ? search(rest) : collect(rest, message);
      }
    },
    end: () => {
      noise(carried);
      carried = nothing;
      if (message !== undefined) {
        noise(Buffer.concat(message));
        message = undefined;
      }
    },
  };
};
