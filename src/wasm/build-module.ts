import { sectionIds } from './module.ts';
import { encodeValueType, type ValueType } from './types.ts';
import { Writer } from './writer.ts';

/** A function's type. */
export interface Signature {
  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];
}

/** A small module: imported functions, one memory, functions that are exported under their names. */
export interface ModulePlan {
  readonly imports?: readonly (Signature & { readonly module: string; readonly name: string })[];
  /** Pages of a memory exported as `memory`. */
  readonly memory?: number;
  /** Bodies without local declarations and without the last `end`. */
  readonly functions?: readonly (Signature & { readonly name: string; readonly body: readonly number[] })[];
  /** Custom sections at the end: name and content. */
  readonly customs?: readonly { readonly name: string; readonly content: Uint8Array }[];
}

const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

const writeTypes = (out: Writer, types: readonly Signature[]): void => {
  out.u32(types.length);
  for (const { params, results } of types) {
    out.byte(0x60);
    for (const list of [params, results]) {
      out.u32(list.length);
      for (const type of list) {
        out.copy(encodeValueType(type));
      }
    }
  }
};

/** Bytes of a module, for probes and generators that need no text. */
export const buildModule = (plan: ModulePlan): Uint8Array => {
  const imports = plan.imports ?? [];
  const functions = plan.functions ?? [];
  const out = new Writer();
  out.copy(Uint8Array.from(preamble));
  const section = (id: number, write: (content: Writer) => void): void => {
    const content = new Writer();
    write(content);
    out.section(id, content);
  };
  if (imports.length + functions.length > 0) {
    section(sectionIds.type, (content) => writeTypes(content, [...imports, ...functions]));
  }
  if (imports.length > 0) {
    section(sectionIds.import, (content) => {
      content.u32(imports.length);
      imports.forEach(({ module, name }, index) => {
        content.name(module);
        content.name(name);
        content.byte(0);
        content.u32(index);
      });
    });
  }
  if (functions.length > 0) {
    section(sectionIds.function, (content) => {
      content.u32(functions.length);
      for (const index of functions.keys()) {
        content.u32(imports.length + index);
      }
    });
  }
  if (plan.memory !== undefined) {
    const pages = plan.memory;
    section(sectionIds.memory, (content) => {
      content.u32(1);
      content.byte(0);
      content.u32(pages);
    });
  }
  if (functions.length > 0 || plan.memory !== undefined) {
    section(sectionIds.export, (content) => {
      content.u32(functions.length + (plan.memory === undefined ? 0 : 1));
      functions.forEach(({ name }, index) => {
        content.name(name);
        content.byte(0);
        content.u32(imports.length + index);
      });
      if (plan.memory !== undefined) {
        content.name('memory');
        content.byte(2);
        content.u32(0);
      }
    });
  }
  if (functions.length > 0) {
    section(sectionIds.code, (content) => {
      content.u32(functions.length);
      for (const { body } of functions) {
        content.block(Uint8Array.from([0, ...body, 0x0b]));
      }
    });
  }
  for (const { name, content } of plan.customs ?? []) {
    section(sectionIds.custom, (custom) => {
      custom.name(name);
      custom.copy(content);
    });
  }
  return out.finish();
};
