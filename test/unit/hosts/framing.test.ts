import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFrameReader } from '../../../src/hosts/stdio/framing.ts';

const nonce = '0123456789abcdef';

interface Found {
  readonly messages: string[];
  noise: string;
  oversized: number;
}

/** Feeds chunks to a reader and returns what it found. */
const read = (chunks: readonly Buffer[], maxBytes?: number): Found => {
  const found: Found = { messages: [], noise: '', oversized: 0 };
  const reader = createFrameReader(
    nonce,
    {
      message: (text) => found.messages.push(text),
      noise: (bytes) => {
        found.noise += bytes.toString('latin1');
      },
      oversized: () => {
        found.oversized += 1;
      },
    },
    maxBytes,
  );
  for (const chunk of chunks) {
    reader.push(chunk);
  }
  reader.end();
  return found;
};

/** Cuts bytes at places. */
const cut = (bytes: Buffer, places: readonly number[]): Buffer[] => {
  const sorted = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  const edges = [0, ...sorted, bytes.length];
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
};

const message = (text: string): string => `\n@${nonce} ${text}\n`;

describe('the frame reader', () => {
  test('finds the same messages however the stream is cut', () => {
    const noise = fc.oneof(
      fc.string(),
      fc.constantFrom('@', '@0123', `@${nonce}`, 'wasm trap: unreachable', '{"id":1}', '\n\n'),
    );
    const part = fc.oneof(
      // The bar keeps two pieces of noise from becoming a marker together.
      noise.map((text) => ({ text: `${text.replaceAll(`@${nonce} `, '')}|`, message: undefined })),
      fc.jsonValue().map((value) => ({ text: message(JSON.stringify(value)), message: JSON.stringify(value) })),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 30 }), (parts, places) => {
        const bytes = Buffer.from(parts.map(({ text }) => text).join(''));
        const whole = read([bytes]);
        const pieces = read(cut(bytes, places));
        expect(pieces).toEqual(whole);
        expect(whole.messages).toEqual(parts.flatMap((each) => (each.message === undefined ? [] : [each.message])));
      }),
      { numRuns: 1000 },
    );
  });

  test('takes what follows the first nonce anywhere in a line', () => {
    expect(read([Buffer.from(`guest output without an end@${nonce} {"id":1}\nmore`)])).toEqual({
      messages: ['{"id":1}'],
      noise: 'guest output without an endmore',
      oversized: 0,
    });
  });

  test('takes nothing with another nonce, and no half message', () => {
    const other = `\n@fedcba9876543210 {"id":1}\n\n@${nonce} {"id":2`;
    expect(read([Buffer.from(other)]).messages).toEqual([]);
  });

  test('reads text in any bytes', () => {
    const bytes = Buffer.from(message('"grüße 🌍"'));
    expect(read(cut(bytes, [...bytes.keys()])).messages).toEqual(['"grüße 🌍"']);
  });

  test('stops at a message that is too long, and reads nothing behind it', () => {
    const bytes = Buffer.from(`${message('x'.repeat(101))}${message('1')}`);
    expect(read([bytes], 100)).toMatchObject({ messages: [], oversized: 1 });
    expect(read([Buffer.from(message('x'.repeat(100)))], 100)).toMatchObject({ oversized: 0 });
  });

  test('keeps no more than a message and part of a marker of an endless stream', () => {
    const flood = Buffer.alloc(64 * 1024, 'a');
    let noise = 0;
    const reader = createFrameReader(nonce, {
      message: () => undefined,
      noise: (bytes) => (noise += bytes.length),
      oversized: () => undefined,
    });
    for (let round = 0; round < 100; round += 1) {
      reader.push(flood);
    }
    expect(noise).toBe(100 * flood.length);
  });
});
