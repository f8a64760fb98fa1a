// Serves the built pages and the API on one port, with the configuration of the browser tests. Does not watch for changes.
import { spawn } from 'node:child_process';

const args = [
  '--require',
  '@backstage/cli/config/nodeTransform.cjs',
  'src/index.ts',
  '--config',
  '../../app-config.yaml',
  '--config',
  '../../app-config.e2e-test.yaml',
];
const env = { ...process.env, NODE_ENV: 'development', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' };
const backend = spawn(process.execPath, args, { cwd: 'packages/backend', stdio: 'inherit', env });
backend.on('exit', code => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => backend.kill(signal));
