// A frontend: no clock and no zone outside src/time, no fetch outside the client, one UI library a purpose.
const { noClock, noHostZone } = require('./clock');
const { importSettings } = require('./rooms');
const { infraOverviewBorder } = require('./borders');

/** @param {string[]} border packages it may not know */
exports.frontendPackage = (border = infraOverviewBorder) => ({
  settings: importSettings,
  restrictedImportPatterns: ['@mui/*', ...border],
  rules: {
    '@backstage/no-mixed-plugin-imports': 'error',
    '@backstage/no-top-level-material-ui-4-imports': 'error',
    'import/no-cycle': 'error',
    'no-restricted-globals': ['error', 'fetch'],
  },
  overrides: [
    {
      files: ['src/**/*.ts', 'src/**/*.tsx'],
      excludedFiles: ['src/time/**', '**/*.test.*'],
      rules: { 'no-restricted-syntax': ['error', ...noClock, ...noHostZone] },
    },
  ],
});
