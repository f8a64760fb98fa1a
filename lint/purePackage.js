// A -common package: no clock, no host zone, no randomness, no IO, no UI.
const { builtinModules } = require('node:module');
const { noClock, noHostZone, noState } = require('./clock');
const { importSettings, rooms } = require('./rooms');
const { infraOverviewBorder } = require('./borders');

const message = 'A pure package does no IO and has no UI.';

exports.purePackage = (dir, roomNames) => ({
  settings: importSettings,
  restrictedSrcSyntax: [...noClock, ...noHostZone, ...noState],
  restrictedSrcImports: [...builtinModules, 'react', 'express', 'knex', 'luxon'].map(name => ({
    name,
    message,
  })),
  restrictedImportPatterns: [
    'node:*',
    '@backstage/backend-*',
    '@backstage/frontend-*',
    '@backstage/core-*',
    '@backstage/ui',
    '@material-ui/*',
    ...infraOverviewBorder,
  ],
  rules: {
    ...rooms(dir, roomNames),
    'no-console': 'error',
    '@backstage/no-mixed-plugin-imports': 'error',
    'no-restricted-globals': [
      'error',
      'fetch',
      'process',
      'window',
      'document',
      'setTimeout',
      'setInterval',
      'Intl',
    ],
  },
});
