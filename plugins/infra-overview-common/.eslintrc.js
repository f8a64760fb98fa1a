const { purePackage } = require('../../lint/purePackage');

module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  purePackage(__dirname, [
    'secrets',
    'time',
    'document',
    'effective',
    'freshness',
    'observed',
    'overview',
    'drift',
    'client',
  ]),
);
