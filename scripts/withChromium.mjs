// scripts/withChromium.mjs <command> [arguments]: runs a command with CHROMIUM_PATH set.
// Browser tests never skip: without a browser, Debian's package is installed where we may, else we say what to install and fail.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const run = (command, args, env = process.env) =>
  spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status ??
  1;

function find() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const name of NAMES) {
    const path = spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim();
    if (path) return path;
  }
  return undefined;
}

function install() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  console.log('No Chromium found: installing the Debian package.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (run('apt-get', ['update', '-qq'], env) === 0) {
    run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
      env,
    );
  }
}

if (!find()) install();
const chromium = find();
if (!chromium) {
  console.error(
    'The browser tests need Chromium. Install the package "chromium" of your system (Debian: apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome binary.',
  );
  process.exit(1);
}

const [command, ...args] = process.argv.slice(2);
process.exit(run(command, args, { ...process.env, CHROMIUM_PATH: chromium }));
