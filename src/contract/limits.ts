import { z } from 'zod';

/**
 * Budgets of a sandbox, as the protocol carries them. All optional: what is absent is the host's documented
 * default, 0 is a limit of zero. Sizes round down to the host's granularity.
 */
export const limitsSchema = z.strictObject({
  /** Bytes of all linear memories of a sandbox (or of each, where the host declares that scope). */
  memoryBytes: z.int().nonnegative().optional(),
  /** 64 bits, as a decimal string. At `instantiate` the balance for life, at `call` the balance from then on. */
  fuel: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  /** Milliseconds of wall time for each `instantiate` and each `call`; idle time is free. */
  wallMs: z.number().nonnegative().optional(),
  /** Elements of all tables. */
  tableElements: z.int().nonnegative().optional(),
  stackBytes: z.int().nonnegative().optional(),
  /** Members of a group. */
  instances: z.int().nonnegative().optional(),
  outputBytes: z.int().nonnegative().optional(),
  moduleBytes: z.int().nonnegative().optional(),
  compileMs: z.number().nonnegative().optional(),
  handles: z.int().nonnegative().optional(),
  hostcallBytes: z.int().nonnegative().optional(),
  httpBodyBytes: z.int().nonnegative().optional(),
  gcHeapBytes: z.int().nonnegative().optional(),
  threads: z.int().nonnegative().optional(),
});
export type Limits = z.output<typeof limitsSchema>;
export type LimitField = keyof Limits;

/** All fields of limits, in the order of the protocol. */
export const limitFields = Object.keys(limitsSchema.shape) as LimitField[];

/** The word that headers use for each field of {@link Limits}; where an outcome names the resource it is the same. */
export const limitWords = {
  memory: 'memoryBytes',
  fuel: 'fuel',
  time: 'wallMs',
  table: 'tableElements',
  stack: 'stackBytes',
  instances: 'instances',
  output: 'outputBytes',
  'module-size': 'moduleBytes',
  compile: 'compileMs',
  handles: 'handles',
  'hostcall-bytes': 'hostcallBytes',
  'http-body': 'httpBodyBytes',
  'gc-heap': 'gcHeapBytes',
  threads: 'threads',
} as const satisfies Record<string, LimitField>;
export type LimitWord = keyof typeof limitWords;

/** How a header writes the limit of a word. */
export type LimitNotation = 'bytes' | 'milliseconds' | 'fuel' | 'count';

/** How each word of a header is written. */
export const limitNotations: Record<LimitWord, LimitNotation> = {
  memory: 'bytes',
  fuel: 'fuel',
  time: 'milliseconds',
  table: 'count',
  stack: 'bytes',
  instances: 'count',
  output: 'bytes',
  'module-size': 'bytes',
  compile: 'milliseconds',
  handles: 'count',
  'hostcall-bytes': 'bytes',
  'http-body': 'bytes',
  'gc-heap': 'bytes',
  threads: 'count',
};

const byteUnits: Record<string, number> = {
  B: 1,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  page: 65_536,
  pages: 65_536,
};
const timeUnits: Record<string, number> = { ms: 1, s: 1000 };

const readWithUnit = (text: string, units: Record<string, number>): number | undefined => {
  const match = /^(\d+(?:\.\d+)?)\s*([a-zA-Z]+)$/.exec(text.trim());
  const factor = match?.[2] === undefined ? undefined : units[match[2]];
  const value = factor === undefined ? undefined : Number(match?.[1]) * factor;
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
};

/** `"1MiB"`, `"64KiB"`, `"16 pages"` (of 64 KiB), `"100B"` in bytes; `undefined` where it is none of these. */
export const parseBytes = (text: string): number | undefined => readWithUnit(text, byteUnits);

/** `"200ms"`, `"2s"` in milliseconds; `undefined` where it is neither. */
export const parseMilliseconds = (text: string): number | undefined => readWithUnit(text, timeUnits);
