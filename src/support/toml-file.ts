import { readFileSync } from 'node:fs';
import { parse as parseToml, TomlError } from 'smol-toml';
import type { z } from 'zod';
import { type ErrorCode, KitError } from '../contract/errors.ts';
import { didYouMean } from './did-you-mean.ts';
import { placeOfPath } from './toml-place.ts';

/** A TOML file that was read by a schema. */
export interface TomlFile<T> {
  readonly value: T;
  /** Line of the value at a path, for messages. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads a TOML file by a schema. Whatever is wrong with it is one error with file, line and column.
 *
 * @param code - what kind of file it is, for machines.
 * @param knownKeys - words to suggest for an unknown key.
 */
export const readTomlFile = <T extends z.ZodType>(
  file: string,
  schema: T,
  code: ErrorCode,
  knownKeys: readonly string[],
): TomlFile<z.output<T>> => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new KitError('file', `cannot read ${file}`, { cause: error });
  }
  let raw: unknown;
  try {
    raw = parseToml(text);
  } catch (error) {
    if (error instanceof TomlError) {
      const [sentence] = error.message.split('\n');
      throw new KitError(code, `no TOML: ${sentence}`, { place: { file, line: error.line, column: error.column } });
    }
    throw error;
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) {
    return { value: parsed.data, lineOf: (path) => placeOfPath(text, path).line };
  }
  const { issues } = parsed.error;
  // A misspelt key is an unknown one and a missing one; the unknown one says more.
  const issue = issues.find(({ code: kind }) => kind === 'unrecognized_keys') ?? issues[0];
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(key === undefined ? [] : [key])];
  const hint = key === undefined ? undefined : didYouMean(key, knownKeys);
  const message = key === undefined ? `${path.join('.') || 'the file'}: ${issue?.message}` : `unknown key '${key}'`;
  throw new KitError(code, message, {
    place: { file, ...placeOfPath(text, path) },
    ...(hint === undefined ? {} : { hint }),
  });
};
