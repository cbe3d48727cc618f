import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { type LimitField, limitFields } from '../contract/limits.ts';
import { packageRoot } from '../support/paths.ts';
import { readTomlFile } from '../support/toml-file.ts';

/** How a host is reached: `drivers/<name>/host.toml`, or a file of the user's own. */

const outcomeNotation = z
  .string()
  .regex(/^[a-z-]+(:[a-z0-9-]+)?$/, 'must be an outcome such as "returned", "trapped:unreachable" or "limit:fuel"');

const common = {
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  summary: z.string().min(1),
  /** Programs that must be on the PATH, and what to do where one is not. */
  needs: z.array(z.strictObject({ program: z.string(), hint: z.string() })).default([]),
  env: z.record(z.string(), z.string()).default({}),
};

/** A driver that speaks the protocol. */
const stdioSchema = z.strictObject({
  ...common,
  kind: z.literal('stdio'),
  /** argv; `{node}`, `{package}` and `{here}` (the manifest's folder) are filled in. */
  command: z.array(z.string()).min(1),
});

/** A command-line program that runs one export of one module. */
const execSchema = z.strictObject({
  ...common,
  kind: z.literal('exec'),
  /** argv of a call; `{wasm}`, `{export}`, `{args}` (one word for each argument) and `{<limit>}` are filled in. */
  command: z.array(z.string()).min(1),
  /** argv that makes an instance without calling an export, where the program has one. */
  instantiate: z.array(z.string()).min(1).optional(),
  /** argv that prints the version, and the pattern whose first group is it. */
  version: z.strictObject({ command: z.array(z.string()).min(1), pattern: z.string() }),
  engine: z.string(),
  language: z.string(),
  profiles: z.array(z.string()).default(['core']),
  features: z.array(z.string()).default([]),
  /** For each limit that the program enforces, the words that ask for it, such as `["-W", "fuel={fuel}"]`. */
  limits: z.partialRecord(z.enum(limitFields as [LimitField, ...LimitField[]]), z.array(z.string())).default({}),
  /** One argument as a word: `{value}` unsigned, `{signed}`, `{type}`. */
  argument: z.string().default('{signed}'),
  /** Pattern of one result on stdout: groups `value`, and `type` where it is printed. */
  result: z.string().optional(),
  /** Outcome by exit code; what is not listed is a `host-error`. */
  exit: z.record(z.string().regex(/^\d+$/), outcomeNotation),
  /** Outcomes by text, first match first. Never used for a guest that was granted output, since it can write the same. */
  patterns: z
    .array(
      z.strictObject({
        stream: z.enum(['stdout', 'stderr']),
        match: z.string(),
        outcome: outcomeNotation,
        phase: z.string().optional(),
      }),
    )
    .default([]),
});

/** A host that speaks the protocol, or a command-line program. */
export const manifestSchema = z.discriminatedUnion('kind', [stdioSchema, execSchema]);
export type Manifest = z.output<typeof manifestSchema> & { readonly file: string };
export type StdioManifest = Extract<Manifest, { kind: 'stdio' }>;
export type ExecManifest = Extract<Manifest, { kind: 'exec' }>;

/** Reads a manifest; whatever is wrong with it is one error with file and line. */
export const readManifest = (file: string): Manifest => {
  const keys = [...new Set([...Object.keys(stdioSchema.shape), ...Object.keys(execSchema.shape)])];
  return { ...readTomlFile(file, manifestSchema, 'config', keys).value, file };
};

/** Fills in what stands for places on this machine. */
export const fillPlaces = (words: readonly string[], manifestFile: string): string[] =>
  words.map((word) =>
    word
      .replaceAll('{node}', process.execPath)
      .replaceAll('{package}', packageRoot)
      .replaceAll('{here}', resolve(dirname(manifestFile))),
  );
