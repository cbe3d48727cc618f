import type { Reference } from './outcome.ts';

/** References that a guest gave out, by number. Opaque outside: a reference of one sandbox says nothing to another. */
export interface ReferenceTable {
  /** The token of an object, the same for the same object; `undefined` when the table is full. */
  tokenOf(object: unknown): Reference | undefined;
  objectOf(token: Reference): { readonly object: unknown } | undefined;
}

/** How many a sandbox may have; a guest makes them by returning new ones. */
export const maxReferences = 10_000;

export const createReferences = (): ReferenceTable => {
  const objects: unknown[] = [];
  const numbers = new Map<unknown, number>();
  return {
    tokenOf: (object) => {
      const known = numbers.get(object);
      if (known !== undefined) {
        return { reference: known };
      }
      if (objects.length >= maxReferences) {
        return undefined;
      }
      const reference = objects.push(object) - 1;
      numbers.set(object, reference);
      return { reference };
    },
    objectOf: ({ reference }) =>
      Number.isInteger(reference) && reference >= 0 && reference < objects.length
        ? { object: objects[reference] }
        : undefined,
  };
};
