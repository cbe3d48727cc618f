import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/**
 * Splits a command as a shell would, without one: words at blanks, quotes of both kinds, a backslash before any
 * character. No variables, no globs.
 *
 * @returns `undefined` for an open quote.
 */
export const splitCommand = (text: string): string[] | undefined => {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    if (character === '\\' && quote !== "'" && index + 1 < text.length) {
      index += 1;
      word = (word ?? '') + text[index];
    } else if (quote !== undefined) {
      if (character === quote) {
        quote = undefined;
      } else {
        word = (word ?? '') + character;
      }
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== undefined) {
        words.push(word);
        word = undefined;
      }
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== undefined) {
    return undefined;
  }
  return word === undefined ? words : [...words, word];
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** Where a program is: a path as it stands, a bare name along PATH. `undefined` where there is none. */
export const findProgram = (name: string, folder: string, path = process.env.PATH ?? ''): string | undefined => {
  if (name.includes('/') || name.includes('\\')) {
    const absolute = resolve(folder, name);
    return isExecutable(absolute) ? absolute : undefined;
  }
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  return path
    .split(delimiter)
    .flatMap((entry) => endings.map((ending) => join(entry, name + ending)))
    .find(isExecutable);
};

/** Arguments as the driver needs them: it runs in an empty folder, so paths of files that exist here become absolute. */
export const absoluteArguments = (args: readonly string[], folder: string): string[] =>
  args.map((argument) => {
    const isPath = !argument.startsWith('-') && /[./\\]/.test(argument);
    return isPath && existsSync(resolve(folder, argument)) ? resolve(folder, argument) : argument;
  });
