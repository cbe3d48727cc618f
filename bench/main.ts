import { availableParallelism, cpus } from 'node:os';
import { bench as cases } from './cases.ts';
import { bench as commands } from './commands.ts';
import { bench as reference } from './reference.ts';
import type { Row } from './row.ts';
import { bench as scale } from './scale.ts';
import { bench as size } from './size.ts';

const benches = [cases, commands, reference, scale, size];

const show = ({ name, value, unit, target, how }: Row): string => {
  const figure = `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  const verdict = target === undefined ? '' : value <= target ? `under ${target}` : `OVER ${target}`;
  return `${name.padEnd(44)} ${figure.padStart(10)}  ${verdict.padEnd(12)} ${how}`;
};

const wanted = process.argv.slice(2);
const chosen = benches.filter(({ name }) => wanted.length === 0 || wanted.some((text) => name.includes(text)));
if (chosen.length === 0) {
  console.error(`no bench is named ${wanted.join(' or ')}; there are ${benches.map(({ name }) => name).join(', ')}`);
  process.exit(3);
}
console.log(
  `Node ${process.version}, V8 ${process.versions.v8}, ${availableParallelism()} processors, ${cpus()[0]?.model}`,
);
for (const { name, run } of chosen) {
  console.log(`\n${name}: npm run bench -- ${name}`);
  for (const row of await run()) {
    console.log(show(row));
  }
}
