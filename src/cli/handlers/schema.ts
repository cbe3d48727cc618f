import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KitError } from '../../contract/errors.ts';
import { didYouMean } from '../../support/did-you-mean.ts';
import { packageRoot } from '../../support/paths.ts';
import type { SchemaArguments } from '../commands/schema.ts';
import { print } from '../print.ts';

const ending = '.schema.json';

/** Prints one JSON Schema, or their names. */
export const handleSchema = async (args: SchemaArguments): Promise<void> => {
  const folder = join(packageRoot, 'schemas');
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
  if (args.name === undefined) {
    names.forEach(print);
    return;
  }
  if (!names.includes(args.name)) {
    throw new KitError('usage', `no schema is named '${args.name}'`, {
      hint: didYouMean(args.name, names) ?? `schemas: ${names.join(', ')}`,
    });
  }
  print(readFileSync(join(folder, args.name + ending), 'utf8').trimEnd());
};
