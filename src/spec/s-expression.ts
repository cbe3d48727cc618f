/**
 * S-expressions of the text format, as far as scripts need them: where each begins and ends, so that a module's text
 * can be cut out as it stands (core 3.0, text/lexical).
 */

export type Node =
  | { readonly kind: 'list'; readonly start: number; readonly end: number; readonly items: readonly Node[] }
  | { readonly kind: 'atom'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'string'; readonly start: number; readonly end: number; readonly bytes: Uint8Array };

export type ListNode = Extract<Node, { kind: 'list' }>;

/** A text that is no sequence of S-expressions; `offset` is where. */
export class ScriptSyntaxError extends Error {
  override readonly name = 'ScriptSyntaxError';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const simpleEscapes: Readonly<Record<string, number>> = {
  n: 0x0a,
  t: 0x09,
  r: 0x0d,
  '"': 0x22,
  "'": 0x27,
  '\\': 0x5c,
};

const stringPattern = /"((?:[^"\\]|\\[\s\S])*)"/y;
const escapePattern = /\\(?:u\{([0-9a-fA-F_]+)\}|([0-9a-fA-F]{2})|([\s\S]))/g;

/** The bytes of a string literal, escapes resolved. */
const bytesOf = (body: string, offset: number): Uint8Array => {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const match of body.matchAll(escapePattern)) {
    const [whole, codePoint, hex, simple] = match;
    parts.push(Buffer.from(body.slice(from, match.index)));
    if (codePoint !== undefined) {
      parts.push(Buffer.from(String.fromCodePoint(Number.parseInt(codePoint.replaceAll('_', ''), 16))));
    } else if (hex !== undefined) {
      parts.push(Uint8Array.of(Number.parseInt(hex, 16)));
    } else {
      const byte = simpleEscapes[simple as string];
      if (byte === undefined) {
        throw new ScriptSyntaxError(`'${whole}' is no escape`, offset + match.index + 1);
      }
      parts.push(Uint8Array.of(byte));
    }
    from = match.index + whole.length;
  }
  parts.push(Buffer.from(body.slice(from)));
  return new Uint8Array(Buffer.concat(parts));
};

const spacePattern = /(?:[ \t\r\n]|;;[^\n]*)+/y;
// A lone semicolon may stand in an annotation.
const atomPattern = /[^ \t\r\n()";]+|;/y;

/** The end of a block comment, which may hold others. */
const endOfBlockComment = (text: string, start: number): number => {
  let depth = 0;
  for (let index = start; index < text.length - 1; index += 1) {
    const two = text.slice(index, index + 2);
    if (two === '(;') {
      depth += 1;
      index += 1;
    } else if (two === ';)') {
      depth -= 1;
      index += 1;
      if (depth === 0) {
        return index + 1;
      }
    }
  }
  throw new ScriptSyntaxError('a comment has no end', start);
};

/**
 * Reads all S-expressions of a text, however deeply they are nested.
 *
 * @throws {ScriptSyntaxError} at the first place that is none.
 */
export const readNodes = (text: string): readonly Node[] => {
  const top: Node[] = [];
  const open: { readonly start: number; readonly items: Node[] }[] = [];
  let position = 0;
  const add = (node: Node): void => {
    (open.at(-1)?.items ?? top).push(node);
    position = node.end;
  };
  const matchAt = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    return pattern.exec(text);
  };
  while (position < text.length) {
    const start = position;
    const space = matchAt(spacePattern);
    if (space !== null) {
      position += space[0].length;
    } else if (text.startsWith('(;', position)) {
      position = endOfBlockComment(text, position);
    } else if (text[position] === '(') {
      open.push({ start, items: [] });
      position += 1;
    } else if (text[position] === ')') {
      const list = open.pop();
      if (list === undefined) {
        throw new ScriptSyntaxError("there is a ')' too many", position);
      }
      add({ kind: 'list', start: list.start, end: position + 1, items: list.items });
    } else if (text[position] === '"') {
      const match = matchAt(stringPattern);
      if (match === null) {
        throw new ScriptSyntaxError('a string has no end', position);
      }
      add({ kind: 'string', start, end: start + match[0].length, bytes: bytesOf(match[1] as string, start) });
    } else {
      const match = matchAt(atomPattern);
      if (match === null) {
        throw new ScriptSyntaxError(`'${text[position]}' is not understood`, position);
      }
      add({ kind: 'atom', start, end: start + match[0].length, text: match[0] });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw new ScriptSyntaxError("a '(' is not closed", unclosed.start);
  }
  return top;
};

/** The word at the head of a list; `undefined` for anything else. */
export const headOf = (node: Node | undefined): string | undefined => {
  const first = node?.kind === 'list' ? node.items[0] : undefined;
  return first?.kind === 'atom' ? first.text : undefined;
};
