import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cli, folderWith, freshFolder, harmless } from '../../support/cli.ts';
import { fixtureText, harmlessText } from '../../support/fixture-text.ts';

/** A stack trace, of which users have no use. */
const stack = /\n\s+at .*\.[jt]s/;

const run = (...args: readonly string[]): string[] => ['run', '--fixtures', harmless, ...args];

describe.concurrent('wrong usage exits 3 with one message that says what to do:', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['no command', [], ['a command is missing', 'sandproof --help']],
    ['an unknown command', ['rnu'], ['Unknown argument: rnu', "did you mean 'run'?"]],
    ['an unknown flag', run('--fail-onn', 'may'), ['Unknown argument: fail-onn', "did you mean 'fail-on'?"]],
    ['a flag given twice', run('--host', 'a', '--host', 'b'), ['--host is given more than once']],
    ['a flag without its value', run('--expectations'), ['Not enough arguments following: expectations']],
    ['a list without a value', run('--suite'), ['Not enough arguments following: suite']],
    ['an unknown level', run('--level', 'mst'), ['Argument: level, Given: "mst"', '"must", "should", "may"']],
    ['an unknown host', run('--host', 'refrence'), ["'refrence' is no known host", "did you mean 'reference'?"]],
    ['a manifest that is not there', run('--host', './none.toml'), ["'./none.toml' is no known host", 'known hosts:']],
    ['an unknown suite', run('--suite', 'memory', '--suite', 'memroy'), ["no suite is named 'memroy'", "'memory'?"]],
    ['an unknown suite of a list', ['list', '--suite', 'nothing-such'], ['no suite is named', 'suites: capability,']],
    ['an unknown profile', run('--profile', 'kore'), ["no profile is named 'kore'", "did you mean 'core'?"]],
    ['a filter that finds nothing', run('--filter', 'memory/nope'), ['no case is selected', 'sandproof list']],
    [
      'an unknown case to explain',
      ['explain', 'memory/grow-beyond-limi'],
      ["did you mean 'memory/grow-beyond-limit'?"],
    ],
    ['an unknown case to repeat', ['repro', 'memory/nope'], ["no fixture is named 'memory/nope'", 'sandproof list']],
    ['an unknown variant', ['repro', 'traps/unreachable@fuel'], ["no case is named 'traps/unreachable@fuel'"]],
    ['an unknown fixture to compile', ['compile', 'memory/nope'], ["no fixture is named 'memory/nope'"]],
    ['an unknown schema', ['schema', 'reprot'], ["no schema is named 'reprot'", "did you mean 'report'?"]],
    ['a part that is none', run('--shard', '4/3'), ["--shard: '4/3' is no part", 'such as 2/5']],
    ['a part from no CI system', run('--shard', 'auto'), ['no CI system says which part this is', 'CI_NODE_INDEX']],
    ['a duration without unit', run('--grace', '5'), ["--grace: '5' is no time", 'write 500ms or 2s']],
    ['a size that is none', run('--max-host-memory', '4GB'), ["--max-host-memory: '4GB' is no size"]],
    ['a number out of range', run('--workers', '0'), ['--workers: 0 is no whole number']],
    ['an unknown reporter', run('-r', 'junt=x.xml'), ["no reporter is named 'junt'", "did you mean 'junit'?"]],
    ['a reporter without a file', run('-r', 'junit='), ["the reporter 'junit' has no file", 'junit=FILE']],
    [
      'two reporters on stdout',
      run('-r', 'json', '-r', 'tap'),
      ['json and tap would both write to stdout', 'tap=FILE'],
    ],
    ['two reporters on a file', run('-r', 'json=x', '-r', 'tap=./x'), ['two reporters would both write to']],
    ['known failures that are not there', run('--expectations', 'none.toml'), ['there is no file none.toml']],
    [
      'a folder that is not there',
      ['list', '--fixtures', '/no/such'],
      ['there is no folder /no/such', '--fixtures DIR'],
    ],
    ['isolation of another host', run('--host', 'x', '--isolation', 'thread'), ['--isolation is for the reference']],
    ['a report that is not there', ['merge', 'none.json'], ['none.json: cannot read the report', 'json=FILE']],
    ['nothing to merge', ['merge'], ['Not enough non-option arguments']],
  ])('%s', async (_, args, told) => {
    const { code, stdout, stderr } = await cli(args, { cwd: freshFolder() });
    for (const text of told) {
      expect(stderr).toContain(text);
    }
    expect(stderr).toMatch(/^sandproof: /);
    expect(stderr).not.toMatch(stack);
    expect(stderr).not.toContain('bug of sandproof');
    expect(stdout).toBe('');
    expect(code).toBe(3);
  });
});

describe.concurrent('a wrong file exits 3 with its place:', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[], RegExp]>([
    [
      'known failures',
      { 'known.toml': '# known\n[[known]]\ncase = "a"\nresaon = "outcome"\n' },
      run('--expectations', 'known.toml'),
      /^sandproof: known\.toml:4:1: unknown key 'resaon'\n {2}did you mean 'reason'\?$/m,
    ],
    [
      'the header of a fixture',
      { 'fixtures/memory/odd.wat': fixtureText(['title = "odd"', '[[step]]', 'call = "nothing"', 'expcet = {}']) },
      ['run', '--fixtures', 'fixtures'],
      /^sandproof: fixtures\/memory\/odd\.wat:6:5: unknown key 'expcet'\n {2}did you mean 'expect'\?$/m,
    ],
    [
      'the text of a module',
      { 'fixtures/memory/odd.wat': harmlessText().replace('(func', '(funk') },
      ['run', '--fixtures', 'fixtures'],
      /^sandproof: fixtures\/memory\/odd\.wat:7:10: /m,
    ],
    [
      'a fixture of no suite',
      { 'fixtures/memroy/odd.wat': harmlessText() },
      ['run', '--fixtures', 'fixtures'],
      /^sandproof: fixtures\/memroy\/odd\.wat: no suite is named 'memroy'/m,
    ],
    [
      'fixtures that are a file',
      { fixtures: 'text' },
      ['run', '--fixtures', 'fixtures'],
      /there is no folder fixtures/,
    ],
    [
      'a manifest',
      { 'host.toml': 'name = "x"\nsummary = "x"\nkind = "stdio"\ncomand = ["x"]\n' },
      run('--host', 'host.toml'),
      /^sandproof: host\.toml:4:1: unknown key 'comand'/m,
    ],
    [
      'a report',
      { 'part.json': '{"schema":"sandproof/report@1"}' },
      ['merge', 'part.json'],
      /^sandproof: part\.json: plan: /m,
    ],
    [
      'a report of something else',
      { 'part.json': '{}' },
      ['merge', 'part.json'],
      /no report of schema sandproof\/report@1/,
    ],
    [
      'durations',
      { 'times.json': '[]' },
      run('--durations', 'times.json', '--shard', '1/2'),
      /^sandproof: times\.json: this is no report/m,
    ],
  ])('%s', async (_, files, args, told) => {
    const { code, stdout, stderr } = await cli(args, { cwd: folderWith(files) });
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(stack);
    expect(stdout).toBe('');
    expect(code).toBe(3);
  });
});

test('--debug shows the stack', async () => {
  const { code, stderr } = await cli(['explain', 'nothing', '--debug']);
  expect(stderr).toMatch(stack);
  expect(code).toBe(3);
});

test('messages are English in every locale', async () => {
  const { stderr } = await cli(['run', '--nope'], { env: { LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' } });
  expect(stderr).toContain('Unknown argument: nope');
});

test('nothing is left behind', async () => {
  const tmp = freshFolder();
  const args = ['repro', 'memory/harmless-1', '--fixtures', harmless, '--host', 'nobody'];
  expect((await cli(args, { env: { TMPDIR: tmp } })).code).toBe(3);
  expect(readdirSync(tmp)).toEqual([]);
});
