import type { CompiledModule } from './compile.ts';
import type { HostFunctions } from './host-function.ts';
import type { ImportInfo } from './module-info.ts';
import type { Ending } from './outcome.ts';

/** An export of another sandbox of the same store. */
export interface LinkTarget {
  exportValue(name: string): unknown;
}

/** Sandboxes by the module name under which they are imported. */
export type Links = ReadonlyMap<string, LinkTarget>;

export type Resolved = { readonly kind: 'resolved'; readonly imports: WebAssembly.Imports } | Ending;

const rejected = (reason: string, message: string): Ending => ({ kind: 'rejected', phase: 'link', reason, message });

const sameTypes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((type, index) => type === b[index]);

/** An object without a prototype: a name that nobody put there leads nowhere. */
const emptyObject = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** Modules of WASI preview 1 and before it: nobody may stand in for them, whether they are granted or not. */
const wasiModules = new Set(['wasi_snapshot_preview1', 'wasi_unstable']);

/** Turns a host function into what the engine calls. */
export type Wrap = (module: string, name: string) => unknown;

const resolveOne = (
  item: ImportInfo,
  functions: HostFunctions,
  links: Links,
  wrap: Wrap,
): { readonly value: unknown } | Ending => {
  const granted = functions.get(item.module)?.get(item.name);
  if (granted !== undefined) {
    const { signature } = item;
    if (
      signature === undefined ||
      !sameTypes(signature.params, granted.params) ||
      !sameTypes(signature.results, granted.results)
    ) {
      return rejected(
        'import-type',
        `the import '${item.module}' '${item.name}' has another type than what is granted`,
      );
    }
    return { value: wrap(item.module, item.name) };
  }
  const value = links.get(item.module)?.exportValue(item.name);
  return value === undefined
    ? rejected('unknown-import', `the import '${item.module}' '${item.name}' is not granted`)
    : { value };
};

/**
 * Looks every import up, by exact name, in what is granted and linked, and in nothing else; before any of the guest's
 * code runs. The import object has no prototype at either level: V8 looks names up as JavaScript does, and a plain `{}`
 * would hand out `Function` under the name `constructor`.
 */
export const resolveImports = (
  { info }: CompiledModule,
  functions: HostFunctions,
  links: Links,
  wrap: Wrap,
): Resolved => {
  const collision = [...links.keys()].find((name) => functions.has(name) || wasiModules.has(name));
  if (collision !== undefined) {
    return rejected('name-collision', `the link '${collision}' would stand for a granted module or one of WASI's`);
  }
  const imports = emptyObject<Record<string, unknown>>();
  for (const item of info.imports) {
    const found = resolveOne(item, functions, links, wrap);
    if ('kind' in found) {
      return found;
    }
    const module = imports[item.module] ?? emptyObject<unknown>();
    imports[item.module] = module;
    module[item.name] = found.value;
  }
  return { kind: 'resolved', imports };
};
