import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCompiler } from '../../../src/fixtures/compiler.ts';
import { wabtFeatures } from '../../../src/fixtures/compilers.ts';
import { canaryModule } from '../../../src/harness/canary-guest.ts';
import { calibrationModule } from '../../../src/harness/fuel-rate.ts';
import { packageRoot } from '../../../src/support/paths.ts';

/** The text that stands in a file's comment. */
const textIn = (file: string): string => {
  const source = readFileSync(join(packageRoot, file), 'utf8');
  const lines = source.split('\n').filter((line) => line.startsWith(' *     '));
  return lines.map((line) => line.slice(3)).join('\n');
};

test.each([
  ['src/harness/canary-guest.ts', canaryModule],
  ['src/harness/fuel-rate.ts', calibrationModule],
])('the bytes in %s are those of the text above them, in the MVP', async (file, bytes) => {
  const compiler = createCompiler();
  const compiled = await compiler.compile({
    compiler: 'wabt',
    file,
    text: textIn(file),
    features: wabtFeatures([]),
    validate: true,
  });
  await compiler.close();
  expect(Buffer.from(compiled).toString('base64')).toBe(bytes.toString('base64'));
});
