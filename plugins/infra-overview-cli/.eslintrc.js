const { importSettings } = require('../../lint/rooms');
const { noClock, noHostZone } = require('../../lint/clock');
const { infraOverviewBorder } = require('../../lint/borders');

const isTest = ['src/**/*.test.ts', 'src/__testUtils__/**'];

// A command reads files and asks the core; it brings neither a server nor a page.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings: importSettings,
  restrictedImportPatterns: [
    ...infraOverviewBorder,
    '*-backend',
    '@backstage/core-*',
    '@backstage/backend-*',
    'react',
    'express',
    'knex',
  ],
  rules: { 'import/no-cycle': 'error' },
  overrides: [
    // Time enters in nodeWorld.ts alone.
    {
      files: ['src/**/*.ts'],
      excludedFiles: [...isTest, 'src/nodeWorld.ts'],
      rules: { 'no-restricted-syntax': ['error', ...noClock, ...noHostZone] },
    },
  ],
});
