// One offence a rule: a rule that falls silent fails here. Run by `node --test lint/`.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(join(root, 'node_modules/@backstage/cli/package.json'));
const { ESLint } = require('eslint');

const common = 'plugins/infra-overview-common/src';
const backend = 'plugins/infra-overview-backend/src';
const frontend = 'plugins/infra-overview/src';

const offences = [
  [
    'a clock in a pure package',
    `${common}/document/offence.ts`,
    'export const at = Date.now();',
    'no-restricted-syntax',
  ],
  [
    'today in a pure package',
    `${common}/document/offence.ts`,
    'export const today = new Date();',
    'no-restricted-syntax',
  ],
  [
    'the zone of the host',
    `${common}/time/offence.ts`,
    'export const hours = (date: Date) => date.getHours();',
    'no-restricted-syntax',
  ],
  [
    'chance in a pure package',
    `${common}/document/offence.ts`,
    'export const id = () => Math.random();',
    'no-restricted-syntax',
  ],
  [
    'state in a pure package',
    `${common}/document/offence.ts`,
    'let count = 0; export const next = () => (count += 1);',
    'no-restricted-syntax',
  ],
  [
    'zones from Intl in a pure package',
    `${common}/time/offence.ts`,
    'export const format = Intl.DateTimeFormat;',
    'no-restricted-globals',
  ],
  [
    'files in a pure package',
    `${common}/document/offence.ts`,
    "import { readFileSync } from 'fs'; export { readFileSync };",
    'no-restricted-imports',
  ],
  [
    'files by node: in a pure package',
    `${common}/document/offence.ts`,
    "import { readFileSync } from 'node:fs'; export { readFileSync };",
    'no-restricted-imports',
  ],
  [
    'React in a pure package',
    `${common}/overview/offence.ts`,
    "import { useState } from 'react'; export { useState };",
    'no-restricted-imports',
  ],
  [
    'a room that knows a later one',
    `${common}/document/index.ts`,
    "export { effectiveInfra } from '../effective/effectiveInfra';",
    'import/no-restricted-paths',
  ],
  [
    'deploy-windows known by infra-overview',
    `${common}/document/index.ts`,
    "export { decide } from 'backstage-plugin-deploy-windows-common';",
    'no-restricted-imports',
  ],
  [
    'a clock in a service',
    `${backend}/overview/OffenceService.ts`,
    'export const at = Date.now();',
    'no-restricted-syntax',
  ],
  [
    'Knex in a service',
    `${backend}/overview/OffenceService.ts`,
    "import type { Knex } from 'knex'; export type Database = Knex;",
    'no-restricted-imports',
  ],
  [
    'Knex in a route',
    `${backend}/overview/routes.ts`,
    "import type { Knex } from 'knex'; export type Database = Knex;",
    'no-restricted-imports',
  ],
  [
    'a clock in a component',
    `${frontend}/components/Offence.tsx`,
    'export const at = Date.now();',
    'no-restricted-syntax',
  ],
  [
    'the evaluator in a browser',
    'plugins/deploy-windows/src/lib/command.ts',
    "export { decide } from 'backstage-plugin-deploy-windows-common/evaluator';",
    'no-restricted-imports',
  ],
  [
    'a backend in a command',
    'plugins/deploy-windows-cli/src/main.ts',
    "export { deployWindowsPlugin } from 'backstage-plugin-deploy-windows-backend';",
    'no-restricted-imports',
  ],
  [
    'fetch in a component',
    `${frontend}/components/Offence.tsx`,
    "export const load = () => fetch('/');",
    'no-restricted-globals',
  ],
  [
    'the second Material UI',
    'plugins/infra-overview-react/src/kit/Muted.tsx',
    "export { Button } from '@mui/material';",
    'no-restricted-imports',
  ],
];

const eslint = new ESLint({ cwd: root });
for (const [title, filePath, code, rule] of offences) {
  test(`${title} is reported`, async () => {
    const [result] = await eslint.lintText(code, { filePath: join(root, filePath) });
    const rules = result.messages.map(message => message.ruleId);
    assert.ok(rules.includes(rule), `expected ${rule}, reported: ${rules.join(', ') || 'nothing'}`);
  });
}
