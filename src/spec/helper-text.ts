import type { ExportType } from '../wasm/export-types.ts';
import type { GlobalType } from '../wasm/module.ts';
import { isReferenceType, type ValueType } from '../wasm/types.ts';
import { nanClass } from './constants.ts';
import type { Constant, Pattern } from './script.ts';

/**
 * Helper modules: what scripts need beside calls with integers. They stand in the group of the script's modules, pass
 * floats and vectors as the integers of their bits, keep the host's references, and read globals. So every host that
 * can link is asked the same, whatever its own interface does to a NaN. RATIONALE.md, "Why does `spec` put helper modules
 * between the host and a script?"
 */

/** Module that a helper's functions are imported from. */
export const targetModule = 'target';
/** Module of the helper that keeps the host's references. */
export const referencesModule = 'references';
/** How many references of the host a script may have. */
export const mostReferences = 256;

/** The module `spectest` that scripts import, in wasm itself; what it prints goes nowhere. */
export const spectestText = (script: string): string => `(module
  (global (export "global_i32") i32 (i32.const 666))
  (global (export "global_i64") i64 (i64.const 666))
  (global (export "global_f32") f32 (f32.const 666.6))
  (global (export "global_f64") f64 (f64.const 666.6))
  (table (export "table") 10 20 funcref)
  ${script.includes('"table64"') ? '(table (export "table64") i64 10 20 funcref)' : ''}
  (memory (export "memory") 1 2)
  ${script.includes('"shared_memory"') ? '(memory (export "shared_memory") 1 2 shared)' : ''}
  (func (export "print"))
  (func (export "print_i32") (param i32))
  (func (export "print_i64") (param i64))
  (func (export "print_f32") (param f32))
  (func (export "print_f64") (param f64))
  (func (export "print_i32_f32") (param i32 f32))
  (func (export "print_f64_f64") (param f64 f64)))`;

/** Keeps the host's references by number: `get` makes one at its first use, `number` is -1 for a stranger, -2 for null. */
export const referencesText = `(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (import "sandproof:test" "same-ref" (func $same (param externref externref) (result i32)))
  (table $known ${mostReferences} externref)
  (func (export "get") (param $number i32) (result externref)
    (if (ref.is_null (table.get $known (local.get $number)))
      (then (table.set $known (local.get $number) (call $make (local.get $number)))))
    (table.get $known (local.get $number)))
  (func (export "number") (param $reference externref) (result i32)
    (local $index i32)
    (if (ref.is_null (local.get $reference)) (then (return (i32.const -2))))
    (loop $next
      (if (i32.eqz (ref.is_null (table.get $known (local.get $index))))
        (then
          (if (call $same (table.get $known (local.get $index)) (local.get $reference))
            (then (return (local.get $index))))))
      (local.set $index (i32.add (local.get $index) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $index) (i32.const ${mostReferences}))))
    (i32.const -1)))`;

/** One thing that a helper does: it calls a function or reads a global. */
export interface HelperJob {
  /** Part of the names of its exports: `run<number>`, and `want<number>` for the numbers that are expected. */
  readonly number: number;
  readonly name: string;
  readonly args: readonly Constant[];
  readonly type:
    | { readonly kind: 'func'; readonly type: ExportType }
    | { readonly kind: 'global'; readonly type: GlobalType };
  readonly expected: readonly Pattern[];
}

/** A name as a string of the text format, whatever it holds. */
const quoted = (name: string): string =>
  `"${[...Buffer.from(name)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('')}"`;

const resultsOf = ({ type }: HelperJob): readonly ValueType[] =>
  type.kind === 'func' ? type.type.results : [type.type.type];

const paramsOf = ({ type }: HelperJob): readonly ValueType[] => (type.kind === 'func' ? type.type.params : []);

/** A type that another module can't name: it says more than its own words. */
const isConcrete = (type: ValueType): boolean => /\d\)$/.test(type);

const isOfHost = (constant: Constant | Pattern): boolean =>
  constant.kind === 'host' || (constant.kind === 'either' && constant.options.some(isOfHost));

/** Whether a job needs the helper that keeps references. */
export const needsReferences = (job: HelperJob): boolean =>
  job.args.some(isOfHost) || resultsOf(job).some((type) => type === 'externref');

/** Why no helper can do a job; `undefined` where one can. */
export const whyNoHelper = (job: HelperJob): string | undefined => {
  if ([...paramsOf(job), ...resultsOf(job)].some(isConcrete)) {
    return 'types that another module can not name';
  }
  if (job.args.some((constant) => constant.kind === 'host' && !(constant.number < mostReferences))) {
    return `references of a number above ${mostReferences - 1}`;
  }
  return job.args.length === paramsOf(job).length ? undefined : 'another number of arguments than the function has';
};

const pushConstant = (constant: Constant, type: ValueType | undefined): string => {
  switch (constant.kind) {
    case 'number':
      return `(${constant.type}.const ${constant.text})`;
    case 'vector':
      return `(v128.const ${constant.shape} ${constant.lanes.join(' ')})`;
    case 'null':
      return `(ref.null ${constant.heap ?? 'extern'})`;
    case 'host': {
      const reference = `(call $get (i32.const ${constant.number}))`;
      const converted = /extern/.test(type ?? 'externref') ? reference : `(any.convert_extern ${reference})`;
      return /^\(ref (?!null)/.test(type ?? '') ? `(ref.as_non_null ${converted})` : converted;
    }
  }
};

/** Types and instructions that turn a value on the stack's top, in a local, into integers. */
const asIntegers = (type: ValueType, local: string): readonly (readonly [string, string])[] => {
  const get = `(local.get ${local})`;
  switch (type) {
    case 'i32':
    case 'i64':
      return [[type, get]];
    case 'f32':
      return [['i32', `(i32.reinterpret_f32 ${get})`]];
    case 'f64':
      return [['i64', `(i64.reinterpret_f64 ${get})`]];
    case 'v128':
      return [0, 1].map((lane) => ['i64', `(i64x2.extract_lane ${lane} ${get})`] as const);
    case 'externref':
      return [['i32', `(call $number ${get})`]];
    default:
      return [['i32', `(ref.is_null ${get})`]];
  }
};

/** Types of the integers that stand for a job's results. */
export const integerTypes = (job: HelperJob): readonly string[] =>
  resultsOf(job).flatMap((type) => asIntegers(type, '0').map(([integer]) => integer));

const runFunction = (job: HelperJob): string => {
  const results = resultsOf(job);
  const integers = results.flatMap((type, index) => asIntegers(type, `$r${index}`));
  const action =
    job.type.kind === 'func'
      ? `(call $f${job.number} ${job.args.map((each, index) => pushConstant(each, paramsOf(job)[index])).join(' ')})`
      : `(global.get $f${job.number})`;
  return `(func (export "run${job.number}") (result ${integers.map(([type]) => type).join(' ')})
    ${results.map((type, index) => `(local $r${index} ${defaultable(type)})`).join(' ')}
    ${action}
    ${results.map((_, index) => `(local.set $r${results.length - 1 - index})`).join(' ')}
    ${integers.map(([, instruction]) => instruction).join(' ')})`;
};

/** A local's type: one that may be null, since locals begin so. */
const defaultable = (type: ValueType): string =>
  isReferenceType(type) ? type.replace(/^\(ref (?!null)/, '(ref null ') : type;

/** The lanes of a vector with zeros where a class of NaNs is expected. */
const withoutNans = (lanes: readonly string[]): string =>
  lanes.map((lane) => (nanClass(lane) === undefined ? lane : '0')).join(' ');

/** Types and instructions for the integers that a pattern is compared with; classes of NaNs have none. */
const expectedIntegers = (pattern: Pattern): readonly (readonly [string, string])[] => {
  switch (pattern.kind) {
    case 'number': {
      const constant = `(${pattern.type}.const ${pattern.text})`;
      if (nanClass(pattern.text) !== undefined) {
        return [];
      }
      return pattern.type === 'f32'
        ? [['i32', `(i32.reinterpret_f32 ${constant})`]]
        : pattern.type === 'f64'
          ? [['i64', `(i64.reinterpret_f64 ${constant})`]]
          : [[pattern.type, constant]];
    }
    case 'vector': {
      const constant = `(v128.const ${pattern.shape} ${withoutNans(pattern.lanes)})`;
      return [0, 1].map((lane) => ['i64', `(i64x2.extract_lane ${lane} ${constant})`] as const);
    }
    case 'either':
      return pattern.options.flatMap(expectedIntegers);
    default:
      return [];
  }
};

/** Types of the integers that `want<number>` returns. */
export const wantedTypes = (job: HelperJob): readonly string[] =>
  job.expected.flatMap((pattern) => expectedIntegers(pattern).map(([type]) => type));

const wantFunction = (job: HelperJob): string => {
  const integers = job.expected.flatMap(expectedIntegers);
  return integers.length === 0
    ? ''
    : `(func (export "want${job.number}") (result ${integers.map(([type]) => type).join(' ')})
    ${integers.map(([, instruction]) => instruction).join(' ')})`;
};

const importOf = (job: HelperJob): string => {
  const place = `(import "${targetModule}" ${quoted(job.name)}`;
  if (job.type.kind === 'global') {
    const { type, mutable } = job.type.type;
    return `${place} (global $f${job.number} ${mutable ? `(mut ${type})` : type}))`;
  }
  const { params, results } = job.type.type;
  return `${place} (func $f${job.number} (param ${params.join(' ')}) (result ${results.join(' ')})))`;
};

/** The text of a helper that does some jobs on one instance. */
export const helperText = (jobs: readonly HelperJob[]): string => `(module
  ${
    jobs.some(needsReferences)
      ? `(import "${referencesModule}" "get" (func $get (param i32) (result externref)))
  (import "${referencesModule}" "number" (func $number (param externref) (result i32)))`
      : ''
  }
  ${jobs.map(importOf).join('\n  ')}
  ${jobs.map((job) => `${runFunction(job)}\n  ${wantFunction(job)}`).join('\n  ')})`;
