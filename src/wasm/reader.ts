/** A module's bytes that are not what the binary format allows. `offset` counts from the first byte of the module. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(`${message} at offset 0x${offset.toString(16)}`);
    this.offset = offset;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the primitives of the binary format (core 3.0, binary/values) from `position` up to `end`, both offsets
 * into `bytes`. Every method throws {@link MalformedError} for what the specification calls malformed: LEB128
 * numbers that are too long or too large included.
 */
export class Reader {
  readonly bytes: Uint8Array;
  position: number;
  end: number;

  constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  get done(): boolean {
    return this.position >= this.end;
  }

  /** The same bytes from here on, for `length` bytes; moves past them. */
  slice(length: number, what: string): Reader {
    if (length > this.end - this.position) {
      throw new MalformedError(`unexpected end: ${what} is longer than what holds it`, this.position);
    }
    const inner = new Reader(this.bytes, this.position, this.position + length);
    this.position += length;
    return inner;
  }

  byte(): number {
    if (this.position >= this.end) {
      throw new MalformedError('unexpected end', this.position);
    }
    return this.bytes[this.position++] as number;
  }

  peek(): number | undefined {
    return this.position < this.end ? this.bytes[this.position] : undefined;
  }

  skip(length: number): void {
    if (length > this.end - this.position) {
      throw new MalformedError('unexpected end', this.position);
    }
    this.position += length;
  }

  u32(): number {
    const first = this.byte();
    if (first < 0x80) {
      return first;
    }
    const start = this.position - 1;
    let value = first & 0x7f;
    for (let shift = 7; shift < 28; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        return value;
      }
    }
    const last = this.byte();
    if (last > 0x0f) {
      throw new MalformedError(last >= 0x80 ? 'integer representation too long' : 'integer too large', start);
    }
    return value + last * 0x1000_0000;
  }

  /** An unsigned 64-bit number, as a bigint. */
  u64(): bigint {
    return BigInt.asUintN(64, this.leb(64, false));
  }

  /** A signed number of 32 bits. */
  s32(): number {
    const byte = this.peek();
    if (byte !== undefined && byte < 0x80) {
      this.position += 1;
      return byte >= 0x40 ? byte - 0x80 : byte;
    }
    return Number(this.leb(32, true));
  }

  /** A signed number of 33 bits: an index, or a negative that stands for a type. */
  s33(): number {
    const byte = this.peek();
    if (byte !== undefined && byte < 0x80) {
      this.position += 1;
      return byte >= 0x40 ? byte - 0x80 : byte;
    }
    return Number(this.leb(33, true));
  }

  s64(): bigint {
    return this.leb(64, true);
  }

  /** Any LEB128 number of `bits` bits; slow, for what is rare. */
  private leb(bits: number, signed: boolean): bigint {
    const start = this.position;
    let value = 0n;
    let shift = 0;
    for (;;) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << BigInt(shift);
      shift += 7;
      if (byte >= 0x80) {
        if (shift >= bits) {
          throw new MalformedError('integer representation too long', start);
        }
        continue;
      }
      const signedValue = signed ? BigInt.asIntN(Math.min(shift, 7 * Math.ceil(bits / 7)), value) : value;
      const fits = signed ? BigInt.asIntN(bits, signedValue) === signedValue : BigInt.asUintN(bits, value) === value;
      if (!fits) {
        throw new MalformedError('integer too large', start);
      }
      return signedValue;
    }
  }

  /** A name: length-prefixed UTF-8. */
  name(): string {
    const length = this.u32();
    const start = this.position;
    this.skip(length);
    try {
      return utf8.decode(this.bytes.subarray(start, start + length));
    } catch {
      throw new MalformedError('malformed UTF-8 encoding', start);
    }
  }

  /** The count of a vector whose items take at least `minimum` bytes each, so that a lying count costs nothing. */
  count(minimum = 1): number {
    const start = this.position;
    const count = this.u32();
    if (count * minimum > this.end - this.position) {
      throw new MalformedError('unexpected end: a count that its section cannot hold', start);
    }
    return count;
  }
}
