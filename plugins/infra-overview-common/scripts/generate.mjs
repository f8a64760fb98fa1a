// Writes what follows from the schema: the JSON Schema for editors, and the reference. `yarn generate` runs it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
// The sources are TypeScript; this is the loader that backend packages are started with.
require('@backstage/cli/config/nodeTransform.cjs');
const { infraJsonSchema } = require('../src/document/jsonSchema.ts');
const { modelReference } = require('../src/document/reference/modelReference.ts');

write('../schema/infra.v1alpha1.json', `${JSON.stringify(infraJsonSchema(), null, 2)}\n`);
write('../../../docs/model.md', modelReference());

function write(path, text) {
  const file = fileURLToPath(new URL(path, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
