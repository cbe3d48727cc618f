import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedError, Reader } from '../../../src/wasm/reader.ts';
import { Writer } from '../../../src/wasm/writer.ts';

const written = (write: (out: Writer) => void): Uint8Array => {
  const out = new Writer(1);
  write(out);
  return out.finish();
};

describe('numbers of the binary format', () => {
  test('are read as they were written', () => {
    fc.assert(
      fc.property(
        fc.nat(0xffff_ffff),
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        (a, b, c) => {
          const reader = new Reader(
            written((out) => {
              out.u32(a);
              out.u64(b);
              out.signed(c);
            }),
          );
          expect(reader.u32()).toBe(a);
          expect(reader.u64()).toBe(b);
          expect(reader.s64()).toBe(c);
          expect(reader.done).toBe(true);
        },
      ),
    );
  });

  test('of 32 and 33 bits are read as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.nat(0xffff_ffff), (a, b) => {
        const reader = new Reader(
          written((out) => {
            out.signed(a);
            out.signed(b);
          }),
        );
        expect(reader.s32()).toBe(a);
        expect(reader.s33()).toBe(b);
      }),
    );
  });

  test.each([
    ['u32', [0x80, 0x80, 0x80, 0x80, 0x00], 0],
    ['u32', [0xff, 0xff, 0xff, 0xff, 0x0f], 4_294_967_295],
    ['s32', [0x80, 0x80, 0x80, 0x80, 0x78], -2_147_483_648],
    ['s32', [0xff, 0xff, 0xff, 0xff, 0x07], 2_147_483_647],
  ] as const)('%s takes padding: %j', (kind, bytes, value) => {
    expect(new Reader(Uint8Array.from(bytes))[kind]()).toBe(value);
  });

  test.each([
    ['u32', [0x80, 0x80, 0x80, 0x80, 0x80, 0x00], 'integer representation too long'],
    ['u32', [0xff, 0xff, 0xff, 0xff, 0x1f], 'integer too large'],
    ['s32', [0xff, 0xff, 0xff, 0xff, 0x0f], 'integer too large'],
    ['s32', [0x80, 0x80, 0x80, 0x80, 0x70], 'integer too large'],
    ['s32', [0x80, 0x80, 0x80, 0x80, 0x80, 0x00], 'integer representation too long'],
    ['s64', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02], 'integer too large'],
    ['u64', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02], 'integer too large'],
    ['u32', [0x80], 'unexpected end'],
    ['u32', [], 'unexpected end'],
  ] as const)('%s refuses %j', (kind, bytes, message) => {
    const read = (): unknown => new Reader(Uint8Array.from(bytes))[kind]();
    expect(read).toThrow(MalformedError);
    expect(read).toThrow(message);
  });

  test('a name must be UTF-8, overlong forms and surrogates are not', () => {
    const name = (bytes: readonly number[]): string => new Reader(Uint8Array.from([bytes.length, ...bytes])).name();
    expect(name([0xc3, 0xa9])).toBe('é');
    expect(name([0xef, 0xbb, 0xbf, 0x61])).toBe('\ufeffa');
    for (const wrong of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xc3]]) {
      expect(() => name(wrong)).toThrow('malformed UTF-8');
    }
  });

  test('a count that cannot be held costs nothing', () => {
    expect(() => new Reader(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0x0f])).count()).toThrow(
      'a count that its section cannot hold',
    );
  });
});
