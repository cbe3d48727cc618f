// Writes docs/behaviours.md from docs/behaviours.toml and the headers of the fixtures. With --check it writes nothing and
// says what is wrong instead: a page that is stale, a fixture of a row that is not there, a `must` that is neither
// covered nor excused.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'smol-toml';
import { readLibrary } from '../dist/src/fixtures/library.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    data: { type: 'string', default: join(root, 'docs', 'behaviours.toml') },
    fixtures: { type: 'string', default: join(root, 'wat-fixtures') },
    page: { type: 'string', default: join(root, 'docs', 'behaviours.md') },
  },
});

const { reasons, later, area: areas } = parse(readFileSync(values.data, 'utf8'));
const rows = areas.flatMap(({ rows: own }) => own);
const known = new Map(rows.map((row) => [row.id, row]));
const levels = ['must', 'should', 'may'];

// The fixture that documents the format stands in no suite's folder.
const fixtures = readLibrary(values.fixtures, 'wat-fixtures').fixtures.filter(({ id, suite }) => id !== suite);
const fixturesOf = ({ id }) => fixtures.filter(({ row }) => row === id);

const problems = [
  ...rows.filter((row, index) => rows.findIndex(({ id }) => id === row.id) !== index).map(({ id }) => `${id}: twice`),
  ...rows.filter(({ level }) => !levels.includes(level)).map(({ id, level }) => `${id}: '${level}' is no level`),
  ...rows
    .filter((row) => row.not !== undefined && !Object.hasOwn(reasons, row.not))
    .map(({ id, not }) => `${id}: '${not}' is no reason`),
  ...rows
    .filter((row) => row.not === undefined && fixturesOf(row).length === 0)
    .map(({ id, level }) => `${id}: a ${level} that no fixture covers and nothing excuses`),
  ...rows
    .filter((row) => row.not !== undefined && fixturesOf(row).length > 0)
    .map((row) => `${row.id}: excused, and covered by ${fixturesOf(row)[0].id}`),
  ...fixtures
    .filter(({ row }) => row !== undefined && !known.has(row))
    .map(({ file, row }) => `${file}: no behaviour is named '${row}'`),
];

/** `memory/grow`, or `memory/{grow, shrink}` for several of a suite. */
const showIds = (list) => {
  const suites = [...new Set(list.map(({ suite }) => suite))];
  return suites
    .map((suite) => {
      const names = list.filter((each) => each.suite === suite).map(({ id }) => id.slice(suite.length + 1));
      return names.length === 1 ? `\`${suite}/${names[0]}\`` : `\`${suite}/{${names.join(', ')}}\``;
    })
    .join(', ');
};

const showRow = (row) => {
  const evidence = row.not === undefined ? showIds(fixturesOf(row)) : `– ${reasons[row.not]}`;
  return `| \`${row.id}\` | ${row.level} | ${row.says} | ${evidence} |`;
};

const showArea = ({ name, title, rows: own }) =>
  [
    `## ${name}`,
    '',
    `${title}. ${own.length} behaviours, ${own.filter(isCovered).length} covered.`,
    '',
    '| behaviour | level | what is required | fixtures |',
    '|---|---|---|---|',
    ...own.map(showRow),
    '',
  ].join('\n');

const isCovered = ({ not }) => not === undefined;
const covered = rows.filter(isCovered);
const musts = rows.filter(({ level }) => level === 'must');
const without = fixtures.filter(({ row }) => row === undefined);
const anchor = (name) => name.toLowerCase().replace(/[^a-z0-9 -]/g, '');

const page = `# Behaviours

What a WebAssembly sandbox owes its user, requirement by requirement, and the fixtures that test it. A fixture names its
behaviour in the header key \`row\` ([fixtures.md](fixtures.md)); \`npx sandproof explain <fixture>\` tells the evidence.

This page is generated: the sentences stand in [behaviours.toml](behaviours.toml), the fixtures in \`wat-fixtures\`, and
\`node scripts/behaviours.js\` joins them.

${rows.length} behaviours of hosts for core modules, ${covered.length} of them covered; of the ${musts.length} that are a \`must\`, ${musts.filter(isCovered).length}.
${fixtures.length - without.length} fixtures do it. An id with \`~\` stands for several variants. The area is where a behaviour comes from; its fixtures
may stand in another suite.

${areas.map(({ name }) => `- [${name}](#${anchor(name)})`).join('\n')}

Why a behaviour is not covered:

| reason | behaviours |
|---|---|
${Object.entries(reasons)
  .map(([name, reason]) => `| ${reason} | ${rows.filter(({ not }) => not === name).length} |`)
  .join('\n')}

Later:

| area | behaviours |
|---|---|
${later.map(({ title, count }) => `| ${title} | ${count} |`).join('\n')}

${areas.map(showArea).join('\n')}
## Fixtures of no behaviour

They test what the [host protocol](protocol.md) promises, and nothing that a sandbox owes its user: ${showIds(without)}.
`;

if (!values.check) {
  writeFileSync(values.page, page);
} else if (readFileSync(values.page, 'utf8') !== page) {
  problems.push(`${values.page}: stale; run node scripts/behaviours.js`);
}
for (const problem of problems) {
  console.error(problem);
}
process.exitCode = problems.length === 0 ? 0 : 1;
