import { importedCount, type TableType, type WasmModule } from '../../wasm/module.ts';
import { op } from '../../wasm/opcodes.ts';
import { type Bounds, encodeValueType } from '../../wasm/types.ts';
import { Writer } from '../../wasm/writer.ts';
import type { CostModel } from './costs.ts';
import { type Counters, chargeHelper, growHelper, type Unit, type Width } from './helpers.ts';

/** A function that the meter adds to a module. */
export interface AddedFunction {
  readonly type: number;
  readonly body: Uint8Array;
}

/** The functions that bodies asked for so far, each of them once. All are numbered behind the module's own. */
export interface AddedFunctions {
  /** `(n) -> n` that charges for a length. */
  charge(width: Width, unit: Unit): number;
  /** Stands for `memory.grow` of a memory. */
  growMemory(memory: number): number;
  /** Stands for `table.grow` of a table. */
  growTable(table: number): number;
  readonly functions: readonly AddedFunction[];
  /** Encoded function types, numbered behind the module's own. */
  readonly types: readonly Uint8Array[];
}

const typeBytes = (params: readonly string[], results: readonly string[]): Uint8Array => {
  const out = new Writer(16);
  out.byte(0x60);
  for (const list of [params, results]) {
    out.u32(list.length);
    for (const type of list) {
      out.copy(encodeValueType(type));
    }
  }
  return out.finish();
};

/** Memories of a module, imported ones first. */
export const allMemories = (module: WasmModule): readonly Bounds[] => [
  ...module.imports.flatMap((item) => (item.kind === 'memory' ? [item.type] : [])),
  ...module.memories,
];

/** Tables of a module, imported ones first. */
export const allTables = (module: WasmModule): readonly TableType[] => [
  ...module.imports.flatMap((item) => (item.kind === 'table' ? [item.type] : [])),
  ...module.tables,
];

const widthOf = (bounds: Bounds | undefined): Width => (bounds?.wide ? 64 : 32);
const numberType = (width: Width): string => (width === 32 ? 'i32' : 'i64');

export const createAddedFunctions = (module: WasmModule, model: CostModel, counters: Counters): AddedFunctions => {
  const functions: AddedFunction[] = [];
  const types: Uint8Array[] = [];
  const known = new Map<string, number>();
  const first = importedCount(module, 'func') + module.functions.length;
  const memories = allMemories(module);
  const tables = allTables(module);

  const typeIndex = (params: readonly string[], results: readonly string[]): number => {
    const bytes = typeBytes(params, results);
    const index = types.findIndex((each) => Buffer.from(each).equals(bytes));
    return module.types.length + (index >= 0 ? index : types.push(bytes) - 1);
  };
  const once = (key: string, make: () => AddedFunction): number => {
    const index = known.get(key) ?? first + functions.push(make()) - 1;
    known.set(key, index);
    return index;
  };

  return {
    functions,
    types,
    charge: (width, unit) =>
      once(`charge ${width} ${unit.kind} ${unit.most}`, () => ({
        type: typeIndex([numberType(width)], [numberType(width)]),
        body: chargeHelper(width, unit, counters),
      })),
    growMemory: (index) =>
      once(`memory ${index}`, () => {
        const bounds = memories[index];
        const width = widthOf(bounds);
        return {
          type: typeIndex([numberType(width)], [numberType(width)]),
          body: growHelper({
            width,
            budget: counters.memoryBytes,
            fuel: counters.fuel,
            cost: model.page,
            unitLog2: bounds?.pageLog2 ?? 16,
            amountLocal: 0,
            growCode: op.memoryGrow,
            index,
          }),
        };
      }),
    growTable: (index) =>
      once(`table ${index}`, () => {
        const table = tables[index];
        const width = widthOf(table);
        return {
          type: typeIndex([table?.type ?? 'funcref', numberType(width)], [numberType(width)]),
          body: growHelper({
            width,
            budget: counters.tableElements,
            fuel: counters.fuel,
            cost: model.element,
            unitLog2: 0,
            amountLocal: 1,
            growCode: op.tableGrow,
            index,
          }),
        };
      }),
  };
};
