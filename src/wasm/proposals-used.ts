import { decodeModule } from './decode.ts';
import { newInstruction, readInstruction } from './instruction.ts';
import { importedCount, type Section, sectionIds, type WasmModule } from './module.ts';
import { op, prefixed, prefixes } from './opcodes.ts';
import { MalformedError, Reader } from './reader.ts';
import { readValueType, type ValueType } from './types.ts';

/** Proposals that operators belong to: first code, last code, name. What is older than they are is left out. */
const operators: readonly (readonly [number, number, string])[] = [
  [op.try, op.catch, 'legacy-exceptions'],
  [op.throw, op.throw, 'exceptions'],
  [op.rethrow, op.rethrow, 'legacy-exceptions'],
  [op.throwRef, op.throwRef, 'exceptions'],
  [op.returnCall, op.returnCallIndirect, 'tail-call'],
  [op.callRef, op.callRef, 'function-references'],
  [op.returnCallRef, op.returnCallRef, 'function-references'],
  [op.delegate, op.catchAll, 'legacy-exceptions'],
  [op.tryTable, op.tryTable, 'exceptions'],
  [op.selectTyped, op.selectTyped, 'reference-types'],
  [op.tableGet, op.tableSet, 'reference-types'],
  [op.refNull, op.refFunc, 'reference-types'],
  [op.refEq, op.refEq, 'gc'],
  [op.refAsNonNull, op.brOnNonNull, 'function-references'],
  [0xc0, 0xc4, 'sign-extension'],
  [prefixed(prefixes.gc, 0), prefixed(prefixes.gc, 30), 'gc'],
  [prefixed(prefixes.misc, 0), prefixed(prefixes.misc, 7), 'saturating-float-to-int'],
  [op.memoryInit, op.tableCopy, 'bulk-memory'],
  [op.tableGrow, op.tableFill, 'reference-types'],
  [prefixed(prefixes.simd, 0), prefixed(prefixes.simd, 0xff), 'simd'],
  [prefixed(prefixes.simd, 0x100), prefixed(prefixes.simd, 0x1ff), 'relaxed-simd'],
  [prefixed(prefixes.atomic, 0), prefixed(prefixes.atomic, 0xff), 'threads'],
];

const proposalOf = (code: number): readonly string[] =>
  operators.flatMap(([first, last, proposal]) => (code >= first && code <= last ? [proposal] : []));

const ofType = (type: ValueType): readonly string[] => {
  if (type === 'v128') {
    return ['simd'];
  }
  if (/\b(any|eq|i31|struct|array|none|nofunc|noextern)\b|^(any|eq|i31|struct|array|null)\w*ref$/.test(type)) {
    return ['gc'];
  }
  if (/exn/.test(type)) {
    return ['exceptions'];
  }
  return type.startsWith('(ref ') ? ['function-references'] : type.endsWith('ref') ? ['reference-types'] : [];
};

const ofTypes = ({ types, imports, globals, tables, elements }: WasmModule): string[] => [
  ...types.flatMap((type) =>
    type.kind === 'func'
      ? [...[...type.params, ...type.results].flatMap(ofType), ...(type.results.length > 1 ? ['multi-value'] : [])]
      : ['gc'],
  ),
  ...[...globals, ...tables, ...elements].flatMap(({ type }) => (type === 'funcref' ? [] : ofType(type))),
  ...(tables.some(({ initialised }) => initialised) ? ['function-references'] : []),
  ...imports.flatMap((item) => {
    if (item.kind !== 'global' && item.kind !== 'table') {
      return [];
    }
    const mutable = item.kind === 'global' && item.type.mutable ? ['mutable-globals'] : [];
    return item.type.type === 'funcref' ? mutable : [...mutable, ...ofType(item.type.type)];
  }),
];

const ofBounds = ({ imports, memories, tables }: WasmModule): string[] => {
  const imported = imports.flatMap((item) => (item.kind === 'memory' || item.kind === 'table' ? [item] : []));
  const allMemories = [...memories, ...imported.flatMap(({ kind, type }) => (kind === 'memory' ? [type] : []))];
  const allTables = [...tables, ...imported.flatMap(({ kind, type }) => (kind === 'table' ? [type] : []))];
  return [
    ...(allMemories.length > 1 ? ['multi-memory'] : []),
    ...(allTables.length > 1 ? ['reference-types'] : []),
    ...([...allMemories, ...allTables].some(({ wide }) => wide) ? ['memory64'] : []),
    ...(allMemories.some(({ shared }) => shared) ? ['threads'] : []),
    ...(allMemories.some(({ pageLog2 }) => pageLog2 !== 16) ? ['custom-page-sizes'] : []),
  ];
};

/** Whether a type section begins with a group or a subtype, which only garbage collection brought. */
const hasSubtypes = (bytes: Uint8Array, sections: readonly Section[]): boolean =>
  sections.some(({ id, content }) => {
    if (id !== sectionIds.type) {
      return false;
    }
    const reader = new Reader(bytes, content.start, content.end);
    return reader.u32() > 0 && [0x4e, 0x4f, 0x50].includes(reader.byte());
  });

/** Operators of constant expressions, and globals in them that the module itself defines. */
const ofConstants = (module: WasmModule): string[] => {
  const { constantOperators, globalUses, sections } = module;
  const imported = importedCount(module, 'global');
  const exported = sections.find(({ id }) => id === sectionIds.export)?.content;
  const isExport = (start: number): boolean =>
    exported !== undefined && start >= exported.start && start < exported.end;
  return [
    ...[...constantOperators].flatMap((code) => {
      const isSum = (code >= op.i32Add && code <= op.i32Mul) || (code >= op.i64Add && code <= op.i64Mul);
      return isSum ? ['extended-const'] : code === op.refFunc || code === op.refNull ? [] : proposalOf(code);
    }),
    ...(globalUses.some(({ index, span }) => index >= imported && !isExport(span.start)) ? ['gc'] : []),
  ];
};

const ofBodies = ({ bytes, bodies }: WasmModule, into: Set<string>): void => {
  const instruction = newInstruction();
  for (const { start, end } of bodies) {
    const reader = new Reader(bytes, start, end);
    for (let groups = reader.u32(); groups > 0; groups -= 1) {
      reader.u32();
      for (const proposal of ofType(readValueType(reader))) {
        into.add(proposal);
      }
    }
    while (reader.position < end) {
      readInstruction(reader, instruction);
      for (const proposal of proposalOf(instruction.code)) {
        into.add(proposal);
      }
    }
  }
};

/**
 * Proposals that a module can be seen to use, by its operators, types and bounds. It may need others all the same: what
 * only validation tells apart is not seen. `undefined` for bytes that the kit can't read.
 */
export const proposalsUsed = (bytes: Uint8Array): ReadonlySet<string> | undefined => {
  try {
    const module = decodeModule(bytes);
    const used = new Set<string>([...ofTypes(module), ...ofBounds(module), ...ofConstants(module)]);
    if (module.tags.length > 0 || module.imports.some(({ kind }) => kind === 'tag')) {
      used.add('exceptions');
    }
    if (hasSubtypes(bytes, module.sections)) {
      used.add('gc');
    }
    ofBodies(module, used);
    // Operators of exceptions in the older encoding come with the newer one's tags and `throw`.
    if (used.has('legacy-exceptions')) {
      used.delete('exceptions');
    }
    return used;
  } catch (error) {
    if (error instanceof MalformedError) {
      return undefined;
    }
    throw error;
  }
};
