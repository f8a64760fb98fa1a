const { backendPackage } = require('../../lint/backendPackage');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, backendPackage([]));
