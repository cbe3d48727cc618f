import { z } from 'zod';
import { KitError } from '../contract/errors.ts';
import { type LimitField, limitFields } from '../contract/limits.ts';
import { readTomlFile } from '../support/toml-file.ts';

/** How a host is reached: `drivers/<name>/host.toml`, or a file of the user's own. */

const outcomeNotation = z
  .string()
  .regex(/^[a-z-]+(:[a-z0-9-]+)?$/, 'must be an outcome such as "returned", "trapped:unreachable" or "limit:fuel"');

const hostName = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);

const argv = z.array(z.string()).min(1);

const common = {
  name: hostName,
  summary: z.string().min(1),
  /** Programs that must be on the PATH, and what to do where one is not. */
  needs: z.array(z.strictObject({ program: z.string(), hint: z.string() })).default([]),
  env: z.record(z.string(), z.string()).default({}),
  /** How `sandproof hosts build` makes what `command` starts. */
  build: z
    .strictObject({
      /** Files and folders beside the manifest that the build is made of; the build's key is their content. */
      inputs: z.array(z.string().regex(/^[^/\\]+(\/[^/\\]+)*$/, 'must be a path below the manifest')).min(1),
      /** argv of each step, run in `{source}`, a copy of the inputs; what `command` needs goes to `{build}`. */
      steps: z.array(argv).min(1),
    })
    .optional(),
};

/** A driver that speaks the protocol. */
const stdioSchema = z.strictObject({
  ...common,
  kind: z.literal('stdio'),
  /** argv; `{node}`, `{package}`, `{here}` (the manifest's folder), `{build}` and `{source}` are filled in. */
  command: argv,
  /** The same driver with further arguments, each a host named `<name>-<variant>`. */
  variants: z.record(hostName, z.strictObject({ summary: z.string().min(1), args: argv })).default({}),
});

/** A command-line program that runs one export of one module. */
const execSchema = z.strictObject({
  ...common,
  kind: z.literal('exec'),
  /** argv of a call; `{wasm}`, `{export}`, `{args}` (one word for each argument) and `{<limit>}` are filled in. */
  command: argv,
  /** argv that makes an instance without calling an export, where the program has one. */
  instantiate: argv.optional(),
  /** argv that prints the version, and the pattern whose first group is it. */
  version: z.strictObject({ command: argv, pattern: z.string() }),
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
export type Manifest = z.output<typeof manifestSchema> & {
  readonly file: string;
  /** The name without a variant's: what a build is called after. */
  readonly base: string;
};
export type StdioManifest = Extract<Manifest, { kind: 'stdio' }>;
export type ExecManifest = Extract<Manifest, { kind: 'exec' }>;

/** Reads a manifest; whatever is wrong with it is one error with file and line. */
export const readManifest = (file: string): Manifest => {
  const keys = [...Object.keys(stdioSchema.shape), ...Object.keys(execSchema.shape), 'inputs', 'steps', 'args'];
  const { value } = readTomlFile(file, manifestSchema, 'config', [...new Set(keys)]);
  return { ...value, file, base: value.name };
};

/** Names of the variants of a manifest, as part of a host's name. */
export const variantsOf = (manifest: Manifest): readonly string[] =>
  manifest.kind === 'stdio' ? Object.keys(manifest.variants) : [];

/**
 * The manifest of a variant.
 *
 * @throws {KitError} of code `config` where there is none of this name.
 */
export const variantOf = (manifest: Manifest, variant: string): Manifest => {
  const chosen =
    manifest.kind === 'stdio' && Object.hasOwn(manifest.variants, variant) ? manifest.variants[variant] : undefined;
  if (manifest.kind !== 'stdio' || chosen === undefined) {
    throw new KitError('config', `there is no variant '${variant}'`, { place: { file: manifest.file } });
  }
  return {
    ...manifest,
    name: `${manifest.base}-${variant}`,
    summary: chosen.summary,
    command: [...manifest.command, ...chosen.args],
  };
};
