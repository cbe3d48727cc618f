import type { Colors } from 'picocolors/types.js';

/** Pieces of WebAssembly text, in the order in which they are tried (core 3.0, text/lexical). */
const token =
  /(;;[^\n]*|\(;[\s\S]*?;\))|("(?:[^"\\]|\\.)*")|(\$[^\s()";]+)|(?<=\()([a-z][a-z0-9_.]*)|([a-z][a-z0-9_]*\.[a-z0-9_.]+)|(?<![\w.$])([+-]?(?:0x[0-9a-fA-F_]+|\d[\d_]*)(?:\.[0-9a-fA-F_]*)?)(?![\w.])/g;

/** Colours WebAssembly text for a terminal; without colours it is what it was. */
export const highlightWat = (text: string, colors: Colors): string =>
  text.replace(
    token,
    (
      match,
      comment?: string,
      string?: string,
      name?: string,
      keyword?: string,
      instruction?: string,
      number?: string,
    ) => {
      if (comment !== undefined) return colors.dim(match);
      if (string !== undefined) return colors.green(match);
      if (name !== undefined) return colors.cyan(match);
      if (keyword !== undefined || instruction !== undefined) return colors.magenta(match);
      return number === undefined ? match : colors.yellow(match);
    },
  );
