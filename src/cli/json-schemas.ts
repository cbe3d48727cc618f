import { z } from 'zod';
import { descriptionSchema } from '../contract/description.ts';
import { matrixSchema } from '../contract/matrix.ts';
import { replySchemas, requestSchemas } from '../contract/messages.ts';
import { reportSchema } from '../contract/report.ts';
import { alternativeSchema, expectSchema, headerSchema, stepSchemas } from '../fixtures/header-schema.ts';
import { knownFailuresSchema } from '../harness/expectations.ts';
import { manifestSchema } from '../hosts/manifest.ts';

/** Every message carries a number; a reply has the number of its request. */
const withId = (schema: z.ZodObject): z.ZodObject => schema.extend({ id: z.int().nonnegative() });

const oneOf = (schemas: readonly z.ZodObject[]): z.ZodType =>
  z.union(schemas.map(withId) as [z.ZodObject, ...z.ZodObject[]]);

/** The header reads its expectations step by step, for better messages; here they stand where they belong. */
const expectation = expectSchema.extend({ any: z.array(alternativeSchema).min(1).optional() });
const steps = Object.values(stepSchemas).map((schema: z.ZodObject) =>
  'expect' in schema.shape ? schema.extend({ expect: expectation.optional() }) : schema,
);
const header = headerSchema.extend({ step: z.array(z.union(steps as [z.ZodObject, ...z.ZodObject[]])).optional() });

interface Source {
  readonly title: string;
  readonly schema: z.ZodType;
  /** Whether it is something that others write (defaults may be left out) or that the kit writes. */
  readonly io: 'input' | 'output';
}

const sources: Readonly<Record<string, Source>> = {
  report: { title: 'Report of a run, sandproof/report@1', schema: reportSchema, io: 'output' },
  matrix: { title: 'Reports of several hosts, sandproof/matrix@1', schema: matrixSchema, io: 'output' },
  hello: { title: 'Reply of a driver to hello', schema: descriptionSchema, io: 'input' },
  requests: {
    title: 'Requests of the host protocol, version 1',
    schema: oneOf(Object.values(requestSchemas)),
    io: 'output',
  },
  replies: {
    title: 'Replies of the host protocol, version 1',
    schema: oneOf(Object.values(replySchemas)),
    io: 'input',
  },
  header: { title: 'Header of a fixture, as its TOML reads', schema: header, io: 'input' },
  manifest: { title: 'Manifest of a host (host.toml)', schema: manifestSchema, io: 'input' },
  expectations: { title: 'Known failures of a host', schema: knownFailuresSchema, io: 'input' },
};

/** JSON Schemas (draft 2020-12) of everything that the kit reads or writes, by name; `schemas/` holds them as files. */
export const jsonSchemas = (): ReadonlyMap<string, object> =>
  new Map(
    Object.entries(sources).map(([name, { title, schema, io }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'ref' });
      return [name, { $schema, title, ...rest }];
    }),
  );
