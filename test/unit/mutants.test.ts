import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { distRoot } from '../../src/support/paths.ts';
import { readMutants } from '../support/mutant.ts';

/** Said here in a second, where the kill matrix says it after minutes. */
test('the patches of every mutant are about code that is there, once', () => {
  const wrong = readMutants().flatMap(({ name, patch }) =>
    patch.flatMap(({ file, find }) => {
      const text = readFileSync(join(distRoot, file.replace(/\.ts$/, '.js')), 'utf8');
      const times = text.split(find).length - 1;
      return times === 1 ? [] : [`${name}: '${find}' stands ${times} times in what is built from ${file}`];
    }),
  );
  expect(wrong).toEqual([]);
});
