const { purePackage } = require('../../lint/purePackage');

module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  purePackage(__dirname, ['time', 'document', 'effective', 'freshness', 'overview', 'client']),
);
