import type { Generator, Suite } from '../contract/suite.ts';
import { sectionIds } from '../wasm/module.ts';
import { Writer } from '../wasm/writer.ts';

/** The most entries that a generator writes: enough for any host's limit, and some hundred kilobytes. */
const maxCount = 100_000;
const maxElements = 2 ** 32 - 1;

const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const funcref = 0x70;
/** Flags of limits without a maximum. */
const noMaximum = 0x00;

const readInteger = (parameters: Readonly<Record<string, unknown>>, name: string, max: number): number => {
  const value = parameters[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > max) {
    throw new Error(`'${name}' must be a whole number from 0 to ${max}, not ${JSON.stringify(value)}`);
  }
  return value;
};

const refuseOthers = (parameters: Readonly<Record<string, unknown>>, known: readonly string[]): void => {
  const other = Object.keys(parameters).find((name) => !known.includes(name));
  if (other !== undefined) {
    throw new Error(`there is no parameter '${other}'; there are ${known.join(', ')}`);
  }
};

/** A module with one section, made of `count` times the same entry. */
const moduleOf = (section: number, count: number, entry: (out: Writer) => void): Uint8Array => {
  const content = new Writer(8 * count + 8);
  content.u32(count);
  for (let index = 0; index < count; index += 1) {
    entry(content);
  }
  const out = new Writer(content.size + 32);
  out.copy(Uint8Array.from(preamble));
  out.section(section, content);
  return out.finish();
};

/** `count` memories without a page. */
const memories: Generator = (parameters) => {
  refuseOthers(parameters, ['count']);
  return moduleOf(sectionIds.memory, readInteger(parameters, 'count', maxCount), (out) => {
    out.byte(noMaximum);
    out.u32(0);
  });
};

/** `count` tables of functions with `elements` elements each. */
const tables: Generator = (parameters) => {
  refuseOthers(parameters, ['count', 'elements']);
  const elements = readInteger(parameters, 'elements', maxElements);
  return moduleOf(sectionIds.table, readInteger(parameters, 'count', maxCount), (out) => {
    out.byte(funcref);
    out.byte(noMaximum);
    out.u32(elements);
  });
};

export const suite: Suite = {
  name: 'memory',
  profile: 'core',
  title: 'Limits and bounds of memories and tables',
  protects:
    'A host that fails here can be made to give one guest more memory than it sold, up to all that the machine has. ' +
    'Where bounds are the matter it is worse: a guest reads or writes beside its own memory, which is the host itself ' +
    'and everybody else in it. Guests built by ordinary compilers rely on the same rules: what a failed growth or a ' +
    'trapped copy left behind is theirs to use.',
  generators: { memories, tables },
};
