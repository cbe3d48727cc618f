import { describe, expect, test } from 'vitest';
import { compareCases, parseCaseId } from '../../../src/contract/case-id.ts';

describe('case ids', () => {
  test.each([
    ['cpu/loop', { fixture: 'cpu/loop', aspect: 'class' }],
    ['cpu/loop@fuel', { fixture: 'cpu/loop', mechanism: 'fuel', aspect: 'class' }],
    ['cpu/loop@time#code', { fixture: 'cpu/loop', mechanism: 'time', aspect: 'code' }],
    ['traps/div#code', { fixture: 'traps/div', aspect: 'code' }],
    ['odd@name', { fixture: 'odd@name', aspect: 'class' }],
  ] as const)('%s', (id, parsed) => {
    expect(parseCaseId(id)).toEqual(parsed);
  });

  test('suites come in the order of the profiles, cases of a fixture stay together', () => {
    const cases = [
      { id: 'cpu/a-b@fuel', suite: 'cpu' },
      { id: 'cpu/a@time', suite: 'cpu' },
      { id: 'memory/z', suite: 'memory' },
      { id: 'cpu/a@fuel#code', suite: 'cpu' },
      { id: 'cpu/a@fuel', suite: 'cpu' },
      { id: 'unheard/of', suite: 'unheard' },
    ];
    expect(cases.toSorted(compareCases).map(({ id }) => id)).toEqual([
      'memory/z',
      'cpu/a@fuel',
      'cpu/a@fuel#code',
      'cpu/a@time',
      'cpu/a-b@fuel',
      'unheard/of',
    ]);
  });
});
