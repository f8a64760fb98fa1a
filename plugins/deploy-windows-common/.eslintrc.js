const { purePackage } = require('../../lint/purePackage');

const config = purePackage(__dirname, ['time', 'schedule', 'log', 'locks', 'notices', 'readiness', 'decision']);

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ...config,
  // The border of infra-overview does not hold here: this package may build on it.
  restrictedImportPatterns: config.restrictedImportPatterns.filter(
    pattern => !pattern.startsWith('backstage-plugin-deploy-windows'),
  ),
  overrides: [
    // The two places that may ask the runtime for zone data: the table, and the oracle that checks it.
    { files: ['src/time/zoneTable.ts', 'src/testUtils/**'], rules: { 'no-restricted-globals': 'off' } },
  ],
});
