const { importSettings } = require('../../lint/rooms');
const { noClock, noHostZone } = require('../../lint/clock');

const restrictedImportPatterns = ['*-backend', '@backstage/core-*', '@backstage/backend-*', 'react', 'express', 'knex'];
const isTest = ['src/**/*.test.ts', 'src/__testUtils__/**'];

// A command speaks HTTP or asks the core; it brings neither a server nor a page.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings: importSettings,
  restrictedImportPatterns,
  rules: { 'import/no-cycle': 'error' },
  overrides: [
    // Time enters in nodeWorld.ts alone.
    {
      files: ['src/**/*.ts'],
      excludedFiles: [...isTest, 'src/nodeWorld.ts'],
      rules: { 'no-restricted-syntax': ['error', ...noClock, ...noHostZone] },
    },
    // Tests ask a real server.
    { files: isTest, rules: { 'no-restricted-imports': ['error', { patterns: restrictedImportPatterns.filter(pattern => !pattern.includes('backend')) }] } },
  ],
});
