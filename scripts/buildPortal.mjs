// Builds the pages and the backend as production serves them. The e2e tests and the benchmarks run on this build.
import { spawnSync } from 'node:child_process';

const args = [
  'workspace',
  'app',
  'build',
  '--config',
  '../../app-config.yaml',
  '--config',
  '../../app-config.e2e-test.yaml',
];
process.exit(
  spawnSync('yarn', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1,
);
