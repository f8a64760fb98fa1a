const { browserBorder } = require('../../lint/borders');
const { frontendPackage } = require('../../lint/frontendPackage');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, frontendPackage(browserBorder));
