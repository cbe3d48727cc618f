/** Grows as it is written; the primitives of the binary format (core 3.0, binary/values). */
export class Writer {
  private buffer: Uint8Array;
  private length = 0;

  constructor(capacity = 1024) {
    this.buffer = new Uint8Array(capacity);
  }

  get size(): number {
    return this.length;
  }

  private reserve(extra: number): void {
    const needed = this.length + extra;
    if (needed > this.buffer.length) {
      const grown = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      grown.set(this.buffer.subarray(0, this.length));
      this.buffer = grown;
    }
  }

  byte(value: number): void {
    if (this.length === this.buffer.length) {
      this.reserve(1);
    }
    this.buffer[this.length++] = value;
  }

  /** Copies `source` from `start` up to `end`. */
  copy(source: Uint8Array, start = 0, end = source.length): void {
    this.reserve(end - start);
    this.buffer.set(source.subarray(start, end), this.length);
    this.length += end - start;
  }

  u32(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  u64(value: bigint): void {
    let rest = BigInt.asUintN(64, value);
    while (rest >= 0x80n) {
      this.byte(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    this.byte(Number(rest));
  }

  /** A signed LEB128 number of up to 64 bits. */
  signed(value: bigint | number): void {
    let rest = BigInt(value);
    for (;;) {
      const low = Number(rest & 0x7fn);
      rest >>= 7n;
      if ((rest === 0n && low < 0x40) || (rest === -1n && low >= 0x40)) {
        this.byte(low);
        return;
      }
      this.byte(low | 0x80);
    }
  }

  name(text: string): void {
    this.block(new TextEncoder().encode(text));
  }

  /** Bytes with their length in front. */
  block(bytes: Uint8Array): void {
    this.u32(bytes.length);
    this.copy(bytes);
  }

  /** A section: its id and its content with the length in front. */
  section(id: number, content: Writer): void {
    this.byte(id);
    this.block(content.bytes());
  }

  clear(): void {
    this.length = 0;
  }

  /** What was written so far; valid until the next write. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  /** A copy of what was written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length) as Uint8Array<ArrayBuffer>;
  }
}
