// Starts the portal for development and says, once it answers, where to open it. With --demo also a stand-in for Heroku.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { CI_TOKEN_FILE, ciTokenConfig } from './ciToken.mjs';
import { startDemo } from './demo.mjs';

const PORTAL = 'http://localhost:3000';
const API = 'http://localhost:7007/api/deploy-windows';
const READINESS = 'http://localhost:7007/.backstage/health/v1/readiness';
const PORTS = { 3000: 'the pages', 7007: 'the API' };

const isTaken = port =>
  new Promise(resolve => {
    const socket = connect({ port, host: 'localhost' });
    socket.once('connect', () => resolve(socket.destroy() && true));
    socket.once('error', () => resolve(false));
  });

const answers = async url => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

const unknown = process.argv.slice(2).filter(argument => argument !== '--demo');
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. The only flag is --demo.`);
  process.exit(2);
}

for (const [port, what] of Object.entries(PORTS)) {
  if (await isTaken(Number(port))) {
    console.error(
      `Port ${port} (${what}) is taken. Stop the program that uses it, or set other ports in app-config.local.yaml (app.baseUrl, backend.baseUrl, backend.listen.port).`,
    );
    process.exit(1);
  }
}

console.log('Starting the portal. The first start compiles the pages, which takes about a minute.');
// Absolute: each package is started in its own folder.
const configs = ['app-config.yaml', 'app-config.local.yaml']
  .filter(file => existsSync(file))
  .map(file => resolve(file));
const demo = process.argv.includes('--demo') ? await startDemo() : undefined;
const options = [...configs, ciTokenConfig(), ...(demo ? [demo.config] : [])].flatMap(file => [
  '--config',
  file,
]);
const portal = spawn('backstage-cli', ['repo', 'start', ...options], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  // The address below should stay the last line: say only what needs attention, unless asked for more.
  env: { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
});
portal.on('exit', code => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => portal.kill(signal));

while (!((await answers(READINESS)) && (await answers(PORTAL)))) {
  await new Promise(resolve => setTimeout(resolve, 500));
}
console.log(`
What you enter is kept in .portal-data. The five example organisations come from catalog/all.yaml.
Pipelines and the deploy-windows command ask ${API} with the token in ${CI_TOKEN_FILE}.${demo ? demo.words : ''}
Portal: ${PORTAL} (choose "Enter" to sign in${demo ? '' : ' as a guest'})`);
