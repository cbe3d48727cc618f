import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import yargs, { type Argv } from 'yargs';
import type { Registration } from '../../src/cli/options.ts';
import { requestSchemas } from '../../src/contract/messages.ts';
import { outcomeSchema } from '../../src/contract/outcome.ts';
import { knownFailuresSchema } from '../../src/harness/expectations.ts';
import { splitCommand } from '../../src/hosts/command-line.ts';
import { manifestSchema } from '../../src/hosts/manifest.ts';
import { packageRoot } from '../../src/support/paths.ts';

/** What the documents point at exists, and what they tell people to write is understood. */

const markdownIn = (folder: string): string[] =>
  readdirSync(join(packageRoot, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const documents = [...markdownIn('.'), ...markdownIn('docs')];
const textOf = (file: string): string => readFileSync(join(packageRoot, file), 'utf8');

interface Block {
  readonly language: string;
  readonly text: string;
}

const fence = /^```([a-z]*)\n([\s\S]*?)^```$/gm;
const blocksOf = (file: string): Block[] =>
  [...textOf(file).matchAll(fence)].map(([, language = '', text = '']) => ({ language, text }));
const proseOf = (file: string): string => textOf(file).replace(fence, '');

/** The anchors that GitHub gives to headings. */
const anchorsOf = (file: string): string[] =>
  [...proseOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

const linksOf = (file: string): string[] =>
  [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

const isBroken = (file: string, target: string): boolean => {
  const [path = '', anchor] = target.split('#');
  const found = path === '' ? file : relative(packageRoot, resolve(packageRoot, dirname(file), path));
  if (!existsSync(join(packageRoot, found))) {
    return true;
  }
  return anchor !== undefined && !anchorsOf(found).includes(anchor);
};

describe('links', () => {
  test.each(documents)('of %s lead somewhere', (file) => {
    expect(linksOf(file).filter((target) => isBroken(file, target))).toEqual([]);
  });
});

describe('RATIONALE.md', () => {
  test('has the questions that code cites', () => {
    const questions = [...textOf('RATIONALE.md').matchAll(/^### (.*)$/gm)].map(([, question]) => question);
    const sources = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => textOf(join('src', name)).replace(/\n\s*\*\s*/g, ' '));
    const cited = sources.flatMap((text) =>
      [...text.matchAll(/RATIONALE\.md, "([^"]+)"/g)].map(([, question]) => question),
    );
    expect(cited.length).toBeGreaterThan(5);
    expect(cited.filter((question) => !questions.includes(question))).toEqual([]);
  });
});

type Builder = (parser: Argv) => Argv;

/** Commands of the command line as they register themselves, without what they do. */
const commands = await Promise.all(
  readdirSync(join(packageRoot, 'src/cli/commands')).map(async (name) => {
    const path = join(packageRoot, 'src/cli/commands', name);
    const module = (await import(/* @vite-ignore */ path)) as Record<string, Registration>;
    const [register] = Object.values(module);
    let found: readonly [string, Builder] | undefined;
    const recorder = {
      command: (command: string, _: string, builder: Builder) => {
        found = [command, builder];
      },
    };
    register?.(recorder as unknown as Argv);
    return found as unknown as readonly [string, Builder];
  }),
);

/** What the command line has against some words; `undefined` where it takes them. */
const refusal = (words: readonly string[]): string | undefined => {
  let problem: string | undefined;
  const parser = commands.reduce(
    (before, [command, builder]) => before.command(command, '', builder, () => undefined),
    yargs([]).option('debug', { type: 'boolean' }).strict().demandCommand(1).exitProcess(false),
  );
  parser
    .fail((message: string | null, error?: Error) => {
      problem = message ?? error?.message ?? 'wrong';
    })
    .parse([...words]);
  return problem;
};

/** Calls of sandproof in a block, up to what ends a command; lines that begin with a flag belong to the one before. */
const callsIn = (text: string): string[] =>
  [
    ...text
      .replace(/\$\{\{.*?\}\}/g, '1')
      .replace(/\n\s+(?=--?[a-z])/g, ' ')
      .matchAll(/\bsandproof ([a-z][^\n"`]*)/g),
  ].map(([, call = '']) => call.split(/\s(?:\|\||&&|\||;|#)/)[0] ?? '');

const inlineCallsOf = (file: string): string[] =>
  [...proseOf(file).matchAll(/`(?:npx )?(sandproof [a-z][^`]*)`/g)].flatMap(([, call = '']) => callsIn(call));

describe('commands', () => {
  test('that do not exist are noticed', () => {
    expect(refusal(['run', '--host', 'x', '-r', 'pretty'])).toBeUndefined();
    expect(refusal(['run', '--hots', 'x'])).toContain('hots');
    expect(refusal(['walk'])).toContain('walk');
    expect(callsIn('npx sandproof run --shard 1/2\n  -r json=x || true')).toEqual(['run --shard 1/2 -r json=x']);
  });

  test.each(documents)('in %s are understood', (file) => {
    const shells = ['sh', 'yaml', 'groovy', 'console'];
    const calls = [
      ...blocksOf(file).flatMap(({ language, text }) => (shells.includes(language) ? callsIn(text) : [])),
      ...inlineCallsOf(file),
    ];
    const wrong = calls.flatMap((call) => {
      const problem = refusal(splitCommand(call) ?? ['an open quote']);
      return problem === undefined ? [] : [`sandproof ${call}: ${problem}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('examples', () => {
  test.each(documents)('of configuration in %s are valid', (file) => {
    for (const { language, text } of blocksOf(file)) {
      if (language === 'toml') {
        const value = parseToml(text);
        const schema = 'known' in value ? knownFailuresSchema : 'kind' in value ? manifestSchema : undefined;
        expect(schema?.safeParse(value).error?.message).toBeUndefined();
      }
      if (language === 'yaml') {
        expect(parseYaml(text, { strict: true }), text).toBeTypeOf('object');
      }
    }
  });

  test('of messages in docs/protocol.md are messages', () => {
    const lines = blocksOf('docs/protocol.md').flatMap(({ text }) =>
      text.split('\n').filter((line) => /^[<>] /.test(line)),
    );
    const whole = lines
      .filter((line) => !line.includes('…'))
      .map((line) => [line[0], JSON.parse(line.slice(2))] as const);
    expect(whole.length).toBeGreaterThan(20);
    for (const [direction, { op, outcome, ...rest }] of whole) {
      if (direction === '>') {
        const parsed = requestSchemas[op as keyof typeof requestSchemas].safeParse({ op, ...rest });
        expect(parsed.error?.message).toBeUndefined();
      } else if (outcome !== undefined) {
        expect(outcomeSchema.safeParse(outcome).error?.message).toBeUndefined();
      }
    }
  });
});
