import { headOf, type ListNode, type Node, readNodes, ScriptSyntaxError } from './s-expression.ts';

/**
 * Scripts of the WebAssembly test suite (`.wast`), as the interpreter's README of the specification describes them, with
 * what the proposals of WebAssembly 3.0 added.
 */

/** How a module stands in a script. */
export type ModuleSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array }
  /** Text that may be no text at all: `(module quote "…")`. */
  | { readonly kind: 'quote'; readonly text: string };

/** A constant as it stands: numbers keep their notation, which only an assembler reads exactly. */
export type Constant =
  | { readonly kind: 'number'; readonly type: 'i32' | 'i64' | 'f32' | 'f64'; readonly text: string }
  | { readonly kind: 'vector'; readonly shape: string; readonly lanes: readonly string[] }
  /** A null of a heap type; without one any null is meant. */
  | { readonly kind: 'null'; readonly heap?: string }
  /** The host's n-th reference: `ref.extern n`, `ref.host n`. */
  | { readonly kind: 'host'; readonly number: number };

/** What a result is held against. */
export type Pattern =
  | Constant
  /** Any reference that is not null; `heap` is what it must be, which only the guest could tell. */
  | { readonly kind: 'non-null'; readonly heap: string }
  | { readonly kind: 'either'; readonly options: readonly Pattern[] };

export interface Action {
  readonly kind: 'get' | 'invoke';
  /** Name of the instance; absent for the latest. */
  readonly instance?: string;
  readonly name: string;
  readonly args: readonly Constant[];
}

/** What a module must not be, or must do when it is made. */
export type ModuleFault = 'invalid' | 'malformed' | 'trap' | 'unlinkable';

export type Command = { readonly line: number } & (
  | { readonly op: 'module'; readonly name?: string; readonly source: ModuleSource; readonly instantiate: boolean }
  | { readonly op: 'instance'; readonly name?: string; readonly of?: string }
  | { readonly op: 'register'; readonly as: string; readonly instance?: string }
  | { readonly op: 'action'; readonly action: Action }
  | {
      readonly op: 'assert-return';
      readonly action: Action;
      readonly results: readonly Pattern[];
      /** The results as the script writes them. */
      readonly text: string;
    }
  | { readonly op: 'assert-trap'; readonly action: Action; readonly message: string }
  | { readonly op: 'assert-exhaustion'; readonly action: Action }
  | { readonly op: 'assert-exception'; readonly action: Action }
  | {
      readonly op: 'assert-module';
      readonly fault: ModuleFault;
      readonly source: ModuleSource;
      readonly message: string;
    }
  /** What the kit does not run; counted, with the reason. */
  | { readonly op: 'skip'; readonly reason: string }
);

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes);

const stringOf = (node: Node | undefined, list: Node): string => {
  if (node?.kind !== 'string') {
    throw new ScriptSyntaxError(`'${headOf(list)}' lacks a string`, list.start);
  }
  return decode(node.bytes);
};

const nameAt = (node: Node | undefined): { name?: string } =>
  node?.kind === 'atom' && node.text.startsWith('$') ? { name: node.text } : {};

const joined = (nodes: readonly Node[]): Uint8Array =>
  new Uint8Array(Buffer.concat(nodes.flatMap((node) => (node.kind === 'string' ? [node.bytes] : []))));

/** A module's name, and what is left of its list. */
interface ModuleParts {
  readonly name?: string;
  readonly kind: string | undefined;
  readonly rest: readonly Node[];
}

const partsOf = ({ items }: ListNode): ModuleParts => {
  const words = items.slice(1);
  const isDefinition = words[0]?.kind === 'atom' && ['definition', 'instance'].includes(words[0].text);
  const special = isDefinition ? (words.shift() as Extract<Node, { kind: 'atom' }>).text : undefined;
  const { name } = nameAt(words[0]);
  const rest = name === undefined ? words : words.slice(1);
  return { ...(name === undefined ? {} : { name }), kind: special, rest };
};

const sourceOf = (list: ListNode, text: string): ModuleSource => {
  const { kind, rest } = partsOf(list);
  const form = rest[0]?.kind === 'atom' ? rest[0].text : undefined;
  if (form === 'binary') {
    return { kind: 'binary', bytes: joined(rest) };
  }
  if (form === 'quote') {
    return { kind: 'quote', text: `(module ${decode(joined(rest))})` };
  }
  const whole = text.slice(list.start, list.end);
  return { kind: 'text', text: kind === 'definition' ? whole.replace(/\bdefinition\b/, '') : whole };
};

const numberTypes = ['i32', 'i64', 'f32', 'f64'] as const;

const textOf = (node: Node | undefined): string => (node?.kind === 'atom' ? node.text : '');

/** Reads a constant or a pattern. */
const patternOf = (node: Node): Pattern => {
  const head = headOf(node);
  const items = node.kind === 'list' ? node.items : [];
  const number = numberTypes.find((type) => head === `${type}.const`);
  if (number !== undefined) {
    return { kind: 'number', type: number, text: textOf(items[1]) };
  }
  if (head === 'v128.const') {
    return { kind: 'vector', shape: textOf(items[1]), lanes: items.slice(2).map(textOf) };
  }
  if (head === 'ref.null') {
    return items[1] === undefined ? { kind: 'null' } : { kind: 'null', heap: textOf(items[1]) };
  }
  if ((head === 'ref.extern' || head === 'ref.host') && items[1] !== undefined) {
    return { kind: 'host', number: Number(textOf(items[1])) };
  }
  if (head === 'either') {
    return { kind: 'either', options: items.slice(1).map(patternOf) };
  }
  if (head?.startsWith('ref.')) {
    return { kind: 'non-null', heap: head.slice('ref.'.length) };
  }
  throw new ScriptSyntaxError(`'${head ?? ''}' is no constant that the kit knows`, node.start);
};

const constantOf = (node: Node): Constant => {
  const pattern = patternOf(node);
  if (pattern.kind === 'either' || pattern.kind === 'non-null') {
    throw new ScriptSyntaxError(`'${headOf(node)}' is no argument`, node.start);
  }
  return pattern;
};

const isAction = (node: Node | undefined): boolean => ['invoke', 'get'].includes(headOf(node) ?? '');

const actionOf = (node: Node | undefined): Action => {
  if (node?.kind !== 'list' || !isAction(node)) {
    throw new ScriptSyntaxError('an action was expected', node?.start ?? 0);
  }
  const { name: instance } = nameAt(node.items[1]);
  const rest = node.items.slice(instance === undefined ? 1 : 2);
  return {
    kind: headOf(node) as Action['kind'],
    ...(instance === undefined ? {} : { instance }),
    name: stringOf(rest[0], node),
    args: rest.slice(1).map(constantOf),
  };
};

type Body = Command extends infer C ? (C extends Command ? Omit<C, 'line'> : never) : never;

const assertModule = (fault: ModuleFault, list: ListNode, text: string): Body => ({
  op: 'assert-module',
  fault,
  source: sourceOf(list.items[1] as ListNode, text),
  message: stringOf(list.items[2], list),
});

const moduleCommand = (list: ListNode, text: string): Body => {
  const { name, kind, rest } = partsOf(list);
  if (kind === 'instance') {
    const of = nameAt(rest[0]).name;
    return { op: 'instance', ...(name === undefined ? {} : { name }), ...(of === undefined ? {} : { of }) };
  }
  return {
    op: 'module',
    ...(name === undefined ? {} : { name }),
    source: sourceOf(list, text),
    instantiate: kind !== 'definition',
  };
};

const readers: Readonly<Record<string, (list: ListNode, text: string) => Body>> = {
  module: moduleCommand,
  register: (list) => {
    const { name } = nameAt(list.items[2]);
    return { op: 'register', as: stringOf(list.items[1], list), ...(name === undefined ? {} : { instance: name }) };
  },
  invoke: (list) => ({ op: 'action', action: actionOf(list) }),
  get: (list) => ({ op: 'action', action: actionOf(list) }),
  assert_return: (list, text) => ({
    op: 'assert-return',
    action: actionOf(list.items[1]),
    results: list.items.slice(2).map(patternOf),
    text:
      list.items
        .slice(2)
        .map(({ start, end }) => text.slice(start, end))
        .join(' ') || 'no result',
  }),
  assert_trap: (list, text) =>
    isAction(list.items[1])
      ? { op: 'assert-trap', action: actionOf(list.items[1]), message: stringOf(list.items[2], list) }
      : assertModule('trap', list, text),
  assert_exhaustion: (list) => ({ op: 'assert-exhaustion', action: actionOf(list.items[1]) }),
  assert_exception: (list) => ({ op: 'assert-exception', action: actionOf(list.items[1]) }),
  assert_invalid: (list, text) => assertModule('invalid', list, text),
  assert_malformed: (list, text) => assertModule('malformed', list, text),
  assert_unlinkable: (list, text) => assertModule('unlinkable', list, text),
  assert_uninstantiable: (list, text) => assertModule('trap', list, text),
  assert_malformed_custom: () => ({ op: 'skip', reason: 'custom sections are not judged' }),
  assert_invalid_custom: () => ({ op: 'skip', reason: 'custom sections are not judged' }),
  assert_suspension: () => ({ op: 'skip', reason: 'suspension is not judged' }),
  thread: () => ({ op: 'skip', reason: 'scripts with threads are not run' }),
  wait: () => ({ op: 'skip', reason: 'scripts with threads are not run' }),
};

/** Line of a place in a text, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Lines of many places, which come in rising order. */
const lineCounter = (text: string): ((offset: number) => number) => {
  let line = 1;
  let counted = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', counted); next >= 0 && next < offset; next = text.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    return line;
  };
};

/**
 * Reads a script.
 *
 * @throws {ScriptSyntaxError} where it is none, with the offset.
 */
export const readScript = (text: string): readonly Command[] => {
  // Annotations may stand anywhere, and mean nothing here.
  const nodes = readNodes(text).filter((node) => !headOf(node)?.startsWith('@'));
  const first = headOf(nodes[0]);
  if (first !== undefined && readers[first] === undefined && !first.startsWith('assert_')) {
    // A script may be the fields of one module, without a list around them.
    return [{ line: 1, op: 'module', source: { kind: 'text', text: `(module ${text}\n)` }, instantiate: true }];
  }
  const lineOf = lineCounter(text);
  return nodes.map((node): Command => {
    const line = lineOf(node.start);
    const head = headOf(node);
    if (node.kind !== 'list' || head === undefined) {
      throw new ScriptSyntaxError('a command was expected', node.start);
    }
    const read = readers[head];
    if (read === undefined) {
      return { line, op: 'skip', reason: `'${head}' is no command that the kit knows` };
    }
    return { line, ...read(node, text) } as Command;
  });
};
