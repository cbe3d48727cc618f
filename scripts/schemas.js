// Writes schemas/ from the schemas in the code. A test says when they are no longer the same.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { jsonSchemas } = await import(new URL('../dist/src/cli/json-schemas.js', import.meta.url).href);
const folder = join(root, 'schemas');
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) {
  rmSync(join(folder, file));
}
for (const [name, schema] of jsonSchemas()) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, undefined, 2)}\n`);
}
