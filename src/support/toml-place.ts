import { type AST, parseTOML } from 'toml-eslint-parser';

/** Line and column (from 1) inside a TOML text. */
export interface TomlPlace {
  readonly line: number;
  readonly column: number;
}

type Keyed = AST.TOMLKeyValue | AST.TOMLTable;
/** What stands at a path: where it begins, how deep it is, and whether it is on the way to the path asked for. */
interface Found {
  readonly depth: number;
  readonly place: TomlPlace;
}

const startOf = (node: { loc: AST.SourceLocation }): TomlPlace => ({
  line: node.loc.start.line,
  column: node.loc.start.column + 1,
});

const namesOf = (key: AST.TOMLKey): string[] =>
  key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : String(part.value)));

const commonLength = (a: readonly PropertyKey[], b: readonly PropertyKey[]): number => {
  const end = a.findIndex((part, index) => String(part) !== String(b[index]));
  return end < 0 ? a.length : end;
};

const deeper = (a: Found | undefined, b: Found | undefined): Found | undefined =>
  a === undefined || (b !== undefined && b.depth > a.depth) ? b : a;

const findInValue = (node: AST.TOMLContentNode, at: readonly PropertyKey[], path: readonly PropertyKey[]): Found => {
  const here: Found = { depth: at.length, place: startOf(node) };
  const inner =
    node.type === 'TOMLInlineTable'
      ? node.body.map((entry) => findInEntry(entry, at, path))
      : node.type === 'TOMLArray'
        ? node.elements.map((element, index) =>
            String(path[at.length]) === String(index) ? findInValue(element, [...at, index], path) : undefined,
          )
        : [];
  return inner.reduce(deeper, here) ?? here;
};

const findInEntry = (entry: Keyed, at: readonly PropertyKey[], path: readonly PropertyKey[]): Found | undefined => {
  const own = entry.type === 'TOMLTable' ? entry.resolvedKey : [...at, ...namesOf(entry.key)];
  const common = commonLength(own, path);
  if (common <= at.length && own.length > 0) {
    return undefined;
  }
  const here: Found = { depth: common, place: startOf(entry.key) };
  if (common < own.length) {
    return here;
  }
  const inner =
    entry.type === 'TOMLTable'
      ? entry.body.map((child) => findInEntry(child, own, path))
      : [findInValue(entry.value, own, path)];
  const found = inner.reduce(deeper, undefined);
  return found !== undefined && found.depth > here.depth ? found : here;
};

/**
 * Where the value at a path stands in a TOML text; where the path leads nowhere, its deepest ancestor that does.
 * The text must be valid TOML. Used for messages only, after a fast parser has read the text.
 */
export const placeOfPath = (toml: string, path: readonly PropertyKey[]): TomlPlace => {
  const [top] = parseTOML(toml).body;
  const found = top.body.map((entry) => findInEntry(entry, [], path)).reduce(deeper, undefined);
  return found?.place ?? { line: 1, column: 1 };
};
