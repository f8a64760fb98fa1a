// Writes the HTTP contract that follows from the schemas of the routes. `yarn generate` runs it.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
// The sources are TypeScript; this is the loader that backend packages are started with.
require('@backstage/cli/config/nodeTransform.cjs');
const { openApiDocument } = require('../src/api/openApiDocument.ts');

writeFileSync(
  fileURLToPath(new URL('../openapi.json', import.meta.url)),
  `${JSON.stringify(openApiDocument(), null, 2)}\n`,
);
