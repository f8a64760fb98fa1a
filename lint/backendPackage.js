// A backend: time enters in plugin.ts, HTTP in routes.ts, storage in Database…Store.ts.
const { noClock, noHostZone } = require('./clock');
const { importSettings } = require('./rooms');
const { infraOverviewBorder } = require('./borders');

const sources = {
  files: ['src/**/*.ts'],
  excludedFiles: ['**/*.test.ts', '**/__testUtils__/**', 'src/plugin.ts', 'src/module.ts'],
};
const restricted = border => names => [
  'error',
  { paths: names.map(([name, message]) => ({ name, message })), patterns: border },
];

/** @param {string[]} border packages it may not know */
exports.backendPackage = (border = infraOverviewBorder) => ({
  settings: importSettings,
  restrictedImportPatterns: border,
  rules: { '@backstage/no-mixed-plugin-imports': 'error', 'import/no-cycle': 'error' },
  overrides: [
    { ...sources, rules: { 'no-restricted-syntax': ['error', ...noClock, ...noHostZone] } },
    {
      files: ['src/**/*Service.ts'],
      rules: {
        'no-restricted-imports': restricted(border)([
          ['express', 'HTTP belongs into routes.ts.'],
          ['knex', 'Storage belongs behind a store.'],
        ]),
      },
    },
    {
      files: ['src/**/routes.ts'],
      rules: {
        'no-restricted-imports': restricted(border)([['knex', 'A route calls a service, no database.']]),
      },
    },
  ],
});
