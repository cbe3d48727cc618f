import type { Value } from '../../reference/outcome.ts';

/** Values between the protocol's notation and JavaScript's. Floats travel as bit patterns. */

interface Wire {
  readonly type: string;
  readonly value: unknown;
}

const view = new DataView(new ArrayBuffer(8));

const numberFromBits = (type: 'f32' | 'f64', bits: string): number => {
  if (type === 'f32') {
    view.setUint32(0, Number(bits));
    return view.getFloat32(0);
  }
  view.setBigUint64(0, BigInt(bits));
  return view.getFloat64(0);
};

const bitsOfNumber = (type: 'f32' | 'f64', value: number): string => {
  if (type === 'f32') {
    view.setFloat32(0, value);
    return String(view.getUint32(0));
  }
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString();
};

const isReferenceType = (type: string): boolean => !['i32', 'i64', 'f32', 'f64', 'v128'].includes(type);

/** The JavaScript value for a parameter of a type; `undefined` where the argument has another type, or is no reference of this sandbox. */
export const fromWire = (argument: unknown, parameter: string, sandbox: number): Value | undefined => {
  const { type, value } = argument as Wire;
  if (isReferenceType(parameter)) {
    if (!isReferenceType(type)) {
      return undefined;
    }
    const [owner, number] = String(value).split(':');
    return value === 'null' ? null : owner === String(sandbox) ? { reference: Number(number) } : undefined;
  }
  if (type !== parameter || typeof value !== 'string') {
    return undefined;
  }
  switch (type) {
    case 'i32':
      return Number(value) | 0;
    case 'i64':
      return BigInt.asIntN(64, BigInt(value));
    case 'f32':
    case 'f64':
      return numberFromBits(type, value);
    default:
      return undefined;
  }
};

/** The protocol's form of a result of a type. References carry the sandbox that they are good for. */
export const toWire = (value: Value, type: string, sandbox: number): Wire => {
  switch (type) {
    case 'i32':
      return { type, value: String(Number(value) >>> 0) };
    case 'i64':
      return { type, value: BigInt.asUintN(64, value as bigint).toString() };
    case 'f32':
    case 'f64':
      return { type, value: bitsOfNumber(type, value as number) };
    default:
      return {
        type: /^\w+ref$/.test(type) ? type : 'anyref',
        value: value === null ? 'null' : `${sandbox}:${(value as { reference: number }).reference}`,
      };
  }
};
