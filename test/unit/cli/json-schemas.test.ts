import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { loadReporter } from '../../../src/cli/discovery.ts';
import { jsonSchemas } from '../../../src/cli/json-schemas.ts';
import { verdicts } from '../../../src/contract/verdict.ts';
import { extractHeader } from '../../../src/fixtures/header-text.ts';
import { packageRoot } from '../../../src/support/paths.ts';
import { reportWith } from '../../support/report-with.ts';
import { sampleReport, sampleResult } from '../../support/samples.ts';

const folder = join(packageRoot, 'schemas');
const ajv = new Ajv2020({ strict: false });
(formats as unknown as (ajv: Ajv2020) => void)(ajv);

const validator = (name: string) => ajv.compile(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')));

test('the files are what the code says (npm run schemas writes them)', () => {
  const files = Object.fromEntries(
    readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
  const expected = Object.fromEntries(
    [...jsonSchemas()].map(([name, schema]) => [`${name}.schema.json`, JSON.parse(JSON.stringify(schema))]),
  );
  expect(files).toEqual(expected);
});

describe('by its schema', () => {
  test('the JSON report is valid', async () => {
    const validate = validator('report');
    const cases = verdicts.map((verdict) =>
      sampleResult({ id: `memory/${verdict}`, verdict, outcome: { kind: 'threw', phase: 'call' } }),
    );
    const written = JSON.parse(await reportWith(await loadReporter('json'), sampleReport(cases)));
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...written, schema: 'sandproof/report@2' })).toBe(false);
    expect(validate({ ...written, cases: [{ ...written.cases[0], verdict: 'perhaps' }] })).toBe(false);
  });

  test('the header that documents the format is valid, and a misspelt one is not', () => {
    const validate = validator('header');
    const text = readFileSync(join(packageRoot, 'wat-fixtures', 'README.wat'), 'utf8');
    const header = parseToml(extractHeader(text, 'README.wat')?.toml ?? '');
    expect(validate(header), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...header, titel: 'x' })).toBe(false);
    expect(validate({ ...header, step: [{ call: 'f', agrs: [] }] })).toBe(false);
  });

  test('replies of a driver are told from what is none', () => {
    const validate = validator('replies');
    expect(validate({ id: 1, outcome: { kind: 'trapped', phase: 'call', code: 'unreachable' } })).toBe(true);
    expect(validate({ id: 1, outcome: { kind: 'trapped', phase: 'call', code: 'x-acme-odd' } })).toBe(true);
    expect(validate({ outcome: { kind: 'threw', phase: 'call' } })).toBe(false);
  });
});
