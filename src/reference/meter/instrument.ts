import { importedCount, type Section, type Span, sectionIds, type WasmModule } from '../../wasm/module.ts';
import { Reader } from '../../wasm/reader.ts';
import { Writer } from '../../wasm/writer.ts';
import { type AddedFunctions, allMemories, allTables, createAddedFunctions } from './added-functions.ts';
import type { CostModel } from './costs.ts';
import type { Counters } from './helpers.ts';
import { createBodyRewriter } from './instrument-body.ts';
import { keptNames } from './names.ts';

/** Where a module's counters live. Members of a group share theirs, so they import them. */
export type CounterPlace = 'defined' | 'imported';

/** Names by which the owner reaches what was added; none collides with a name that the guest exports or imports. */
export interface AddedNames {
  readonly fuel: string;
  readonly memoryBytes: string;
  readonly tableElements: string;
  /** The guest's start function, which the engine no longer runs by itself. */
  readonly start: string;
  /** Module name of the imports of an `imported` place. */
  readonly module: string;
}

/** A module rewritten so that it meters itself. */
export interface Instrumented {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly names: AddedNames;
}

const counterNames = ['fuel', 'memoryBytes', 'tableElements'] as const;

/** `(mut i64)`. */
const counterType = [0x7e, 0x01];

const externalKind = { func: 0, global: 3 } as const;

const freeNames = (module: WasmModule): AddedNames => {
  const taken = new Set([...module.exports.map((item) => item.name), ...module.imports.map((item) => item.module)]);
  let prefix = 'sandproof';
  while ([...taken].some((name) => name.startsWith(prefix))) {
    prefix += "'";
  }
  return {
    fuel: `${prefix}:fuel`,
    memoryBytes: `${prefix}:memory`,
    tableElements: `${prefix}:table`,
    start: `${prefix}:start`,
    module: `${prefix}:counters`,
  };
};

/** What every part of the rewriting looks at. */
interface Rewriting {
  readonly module: WasmModule;
  readonly model: CostModel;
  readonly place: CounterPlace;
  readonly names: AddedNames;
  readonly counters: Counters;
  readonly mapGlobal: (index: number) => number;
  readonly added: AddedFunctions;
}

/** Copies bytes, with the globals that they name renumbered. */
const copyMapped = (out: Writer, { module, place, mapGlobal }: Rewriting, { start, end }: Span): void => {
  let copied = start;
  for (const use of place === 'imported' ? module.globalUses : []) {
    if (use.span.start >= copied && use.span.end <= end) {
      out.copy(module.bytes, copied, use.span.start);
      out.u32(mapGlobal(use.index));
      copied = use.span.end;
    }
  }
  out.copy(module.bytes, copied, end);
};

/** A vector section with items added at its end; a section that was not there has none of its own. */
const extended = (
  rewriting: Rewriting,
  section: Section | undefined,
  extra: number,
  writeExtra: (out: Writer) => void,
): Writer | undefined => {
  if (section === undefined && extra === 0) {
    return undefined;
  }
  const out = new Writer();
  const span = section?.content ?? { start: 0, end: 0 };
  const reader = new Reader(rewriting.module.bytes, span.start, span.end);
  out.u32((section === undefined ? 0 : reader.u32()) + extra);
  copyMapped(out, rewriting, { start: reader.position, end: span.end });
  writeExtra(out);
  return out;
};

const writeCode = (rewriting: Rewriting, section: Section | undefined): Writer | undefined => {
  const { module, model, counters, added, mapGlobal } = rewriting;
  const rewrite = createBodyRewriter({
    bytes: module.bytes,
    types: module.types,
    model,
    fuel: counters.fuel,
    importedFunctions: importedCount(module, 'func'),
    memories: allMemories(module),
    tables: allTables(module),
    added,
    mapGlobal,
  });
  const bodies = new Writer(section === undefined ? 16 : 2 * (section.content.end - section.content.start));
  for (const span of module.bodies) {
    bodies.block(rewrite(span));
  }
  for (const { body } of added.functions) {
    bodies.block(body);
  }
  const count = module.bodies.length + added.functions.length;
  if (count === 0) {
    return undefined;
  }
  const out = new Writer(bodies.size + 8);
  out.u32(count);
  out.copy(bodies.bytes());
  return out;
};

const writeImports = (rewriting: Rewriting, section: Section | undefined): Writer | undefined => {
  const { place, names } = rewriting;
  return extended(rewriting, section, place === 'imported' ? counterNames.length : 0, (out) => {
    if (place === 'imported') {
      for (const name of counterNames) {
        out.name(names.module);
        out.name(names[name]);
        out.byte(externalKind.global);
        out.copy(Uint8Array.from(counterType));
      }
    }
  });
};

const writeGlobals = (rewriting: Rewriting, section: Section | undefined): Writer | undefined =>
  extended(rewriting, section, rewriting.place === 'defined' ? counterNames.length : 0, (out) => {
    if (rewriting.place === 'defined') {
      for (const _ of counterNames) {
        out.copy(Uint8Array.from([...counterType, 0x42, 0x00, 0x0b]));
      }
    }
  });

const writeExports = (rewriting: Rewriting, section: Section | undefined): Writer | undefined => {
  const { module, place, names, counters } = rewriting;
  const counterExports = place === 'defined' ? counterNames.length : 0;
  const startExports = module.start === undefined ? 0 : 1;
  return extended(rewriting, section, counterExports + startExports, (out) => {
    if (place === 'defined') {
      for (const name of counterNames) {
        out.name(names[name]);
        out.byte(externalKind.global);
        out.u32(counters[name]);
      }
    }
    if (module.start !== undefined) {
      out.name(names.start);
      out.byte(externalKind.func);
      out.u32(module.start);
    }
  });
};

/** Sections in the order of the format, the start section left out: the owner runs the start function itself. */
const order = [1, 2, 3, 4, 5, 13, 6, 7, 9, 12, 10, 11] as const;

/**
 * Rewrites a valid module so that it meters itself: costs are charged a segment at a time, before the segment runs;
 * the balance is checked at every entry, loop header, bulk operator and call that may reach the host. Growth is held
 * to budgets. The rewritten module does what the old one did, in at most `overshoot` more fuel than it has (see
 * docs/reference.md).
 *
 * @param module - decoded and known to be valid: indices are not checked here.
 */
export const instrument = (module: WasmModule, place: CounterPlace, model: CostModel): Instrumented => {
  const importedGlobals = importedCount(module, 'global');
  const firstCounter = place === 'imported' ? importedGlobals : importedGlobals + module.globals.length;
  const counters = { fuel: firstCounter, memoryBytes: firstCounter + 1, tableElements: firstCounter + 2 };
  const shift = place === 'imported' ? counterNames.length : 0;
  const rewriting: Rewriting = {
    module,
    model,
    place,
    names: freeNames(module),
    counters,
    mapGlobal: (index) => (index < importedGlobals ? index : index + shift),
    added: createAddedFunctions(module, model, counters),
  };
  const sectionOf = (id: number): Section | undefined => module.sections.find((section) => section.id === id);
  // Bodies first: what they ask for decides which types and functions are added.
  const code = writeCode(rewriting, sectionOf(sectionIds.code));
  const { types, functions } = rewriting.added;

  const rewritten = (id: number): Writer | undefined => {
    const section = sectionOf(id);
    switch (id) {
      case sectionIds.type:
        return extended(rewriting, section, types.length, (out) => {
          for (const type of types) {
            out.copy(type);
          }
        });
      case sectionIds.import:
        return writeImports(rewriting, section);
      case sectionIds.function:
        return extended(rewriting, section, functions.length, (out) => {
          for (const { type } of functions) {
            out.u32(type);
          }
        });
      case sectionIds.global:
        return writeGlobals(rewriting, section);
      case sectionIds.export:
        return writeExports(rewriting, section);
      case sectionIds.code:
        return code;
      case sectionIds.dataCount: {
        const out = new Writer(8);
        out.u32(module.dataCount ?? 0);
        return section === undefined ? undefined : out;
      }
      default:
        return extended(rewriting, section, 0, () => undefined);
    }
  };

  const out = new Writer(module.bytes.length * 2 + 256);
  out.copy(module.bytes, 0, 8);
  for (const id of order) {
    const content = rewritten(id);
    if (content !== undefined) {
      out.section(id, content);
    }
  }
  const names = keptNames(module);
  if (names !== undefined) {
    out.byte(sectionIds.custom);
    out.block(names);
  }
  return { bytes: out.finish(), names: rewriting.names };
};
