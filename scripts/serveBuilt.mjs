// scripts/serveBuilt.mjs [--demo] [config files]: serves the built pages and the API on one port, with the configuration of the
// browser tests and the files named, and with --demo beside a stand-in for Heroku. Does not watch for changes.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { startDemo } from './demo.mjs';

const given = process.argv.slice(2);
const demo = given.includes('--demo') ? [(await startDemo()).config] : [];
const files = given.filter(argument => argument !== '--demo');
const configs = ['app-config.yaml', 'app-config.e2e-test.yaml', ...files, ...demo];

const args = [
  '--require',
  '@backstage/cli/config/nodeTransform.cjs',
  'src/index.ts',
  ...configs.flatMap(file => ['--config', resolve(file)]),
];
const env = { ...process.env, NODE_ENV: 'development', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' };
const backend = spawn(process.execPath, args, { cwd: 'packages/backend', stdio: 'inherit', env });
backend.on('exit', code => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => backend.kill(signal));
