// Serves the built pages and the API on one port, with the configuration of the browser tests.
import { spawn } from 'node:child_process';

const args = ['workspace', 'backend', 'start', '--config', '../../app-config.yaml', '--config', '../../app-config.e2e-test.yaml'];
const env = { ...process.env, NODE_ENV: 'development', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' };
const backend = spawn('yarn', args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
backend.on('exit', code => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => backend.kill(signal));
