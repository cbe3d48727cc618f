import type { WasmModule } from '../../wasm/module.ts';
import { MalformedError, Reader } from '../../wasm/reader.ts';
import { Writer } from '../../wasm/writer.ts';

/** Subsections of the name section that stay right: names of the module, of functions and of locals. */
const kept = new Set([0, 1, 2]);

/**
 * What is left of a module's name section: what is added is numbered behind what was there, so the names of
 * functions and locals hold, while those of globals may not. Every other custom section is dropped: they may hold
 * offsets into code (branch hints, DWARF) that are no longer right.
 *
 * @returns the section's content, name included; `undefined` where there is none, or a broken one.
 */
export const keptNames = (module: WasmModule): Uint8Array | undefined => {
  const section = module.customs.find((custom) => custom.name === 'name');
  if (section === undefined) {
    return undefined;
  }
  const out = new Writer();
  out.name('name');
  try {
    const reader = new Reader(module.bytes, section.content.start, section.content.end);
    while (!reader.done) {
      const id = reader.byte();
      const content = reader.slice(reader.u32(), 'a subsection of names');
      if (kept.has(id)) {
        out.byte(id);
        out.u32(content.end - content.position);
        out.copy(module.bytes, content.position, content.end);
      }
    }
  } catch (error) {
    if (error instanceof MalformedError) {
      return undefined;
    }
    throw error;
  }
  return out.finish();
};
