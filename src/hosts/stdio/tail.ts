/** The last bytes of a stream that may never end. */
export interface Tail {
  push(bytes: Buffer): void;
  /** Bytes seen in all. */
  readonly total: number;
  text(): string;
}

export const createTail = (limit: number): Tail => {
  let kept: Buffer = Buffer.alloc(0);
  let total = 0;
  return {
    push: (bytes) => {
      total += bytes.length;
      const joined = Buffer.concat([kept, bytes.length > limit ? bytes.subarray(bytes.length - limit) : bytes]);
      kept = Buffer.from(joined.subarray(Math.max(0, joined.length - limit)));
    },
    get total() {
      return total;
    },
    text: () => kept.toString('utf8'),
  };
};
