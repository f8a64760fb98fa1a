// scripts/portal.mjs <task> [arguments]: runs a task under a supported Node and the pinned Yarn, installing first when needed.
// Node ≥ 20 and npm are enough to start it: what is missing comes as npm packages, through npm's own settings.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const NODE = readFileSync('.nvmrc', 'utf8').trim();
const YARN = JSON.parse(readFileSync('package.json', 'utf8')).packageManager.replace('yarn@', '');
const shell = process.platform === 'win32';

const ask = (command, ...args) =>
  spawnSync(command, args, { encoding: 'utf8', shell }).stdout?.trim() ?? '';
const run = (command, args, env) =>
  spawnSync(command, args, { stdio: 'inherit', shell, env }).status ?? 1;
const modifiedAt = file => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

// Arguments travel in a variable, so that spaces survive npx's shell.
const { PORTAL_ARGS, ...env } = process.env;
const [task, ...rest] = PORTAL_ARGS ? JSON.parse(PORTAL_ARGS) : process.argv.slice(2);

function rerunWithTools() {
  if (PORTAL_ARGS) throw new Error(`npx did not provide Node 22 or 24 and Yarn ${YARN}`);
  const tools = [
    '-y',
    '-p',
    `node@${NODE}`,
    '-p',
    `@yarnpkg/cli-dist@${YARN}`,
    '-c',
    'node scripts/portal.mjs',
  ];
  return run('npx', tools, { ...env, PORTAL_ARGS: JSON.stringify([task, ...rest]) });
}

// Yarn does not read .npmrc: registry, certificate and proxies are handed over from npm's configuration.
function yarnSettings() {
  const npm = JSON.parse(ask('npm', 'config', 'list', '--json'));
  return {
    YARN_NPM_REGISTRY_SERVER: npm.registry,
    YARN_HTTPS_CA_FILE_PATH: npm.cafile,
    YARN_HTTPS_PROXY: npm['https-proxy'],
    YARN_HTTP_PROXY: npm.proxy,
  };
}

function installWhenNeeded() {
  const stamp = 'node_modules/.installed';
  if (modifiedAt(stamp) > Math.max(modifiedAt('yarn.lock'), modifiedAt('package.json'))) return;
  for (const [name, value] of Object.entries(yarnSettings())) if (value) env[name] ??= value;
  if (run('yarn', ['install', '--immutable'], env) !== 0) process.exit(1);
  writeFileSync(stamp, '');
}

if (!/^v(22|24)\./.test(process.version) || ask('yarn', '--version') !== YARN)
  process.exit(rerunWithTools());
installWhenNeeded();
process.exit(run('yarn', [task, ...rest], env));
