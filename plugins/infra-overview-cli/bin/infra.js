#!/usr/bin/env node
// In this repository it runs from source, released from the one file that holds everything.
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const root = join(__dirname, '..');
if (existsSync(join(root, 'src'))) {
  require('@backstage/cli/config/nodeTransform.cjs');
  require('../src/run');
} else {
  import(pathToFileURL(join(root, 'dist', 'infra.mjs')));
}
