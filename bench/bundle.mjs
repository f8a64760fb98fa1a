// What the plugin adds to the JavaScript that the portal's first page loads: the app is built with and without it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { printTable } from './measure.mjs';

const PLUGINS = ['backstage-plugin-infra-overview'];
const folder = mkdtempSync(join(tmpdir(), 'portal-bundle-'));
const without = join(folder, 'without.yaml');
writeFileSync(without, JSON.stringify({ app: { packages: { exclude: PLUGINS } } }));

function build(...configs) {
  const args = ['../../app-config.yaml', '../../app-config.e2e-test.yaml', ...configs].flatMap(
    path => ['--config', path],
  );
  const { status, stdout, stderr } = spawnSync('yarn', ['workspace', 'app', 'build', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The app did not build:\n${stdout}\n${stderr}`);
}

/** Gzip bytes of the scripts that index.html names: they load before anything is shown. */
function initialBytes() {
  const html = readFileSync('packages/app/dist/index.html', 'utf8');
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+\.js)"/g)].map(match => match[1]);
  if (scripts.length === 0) throw new Error('index.html names no script');
  const sizes = scripts.map(
    address =>
      gzipSync(readFileSync(join('packages/app/dist', new URL(address, 'http://portal').pathname)))
        .length,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

build(without);
const bytesWithout = initialBytes();
build();
const bytesWith = initialBytes();
rmSync(folder, { recursive: true, force: true });

const kilobytes = bytes => `${(bytes / 1000).toFixed(1)} kB`;
printTable(
  ['initial JavaScript, gzip', 'size', 'share'],
  [
    ['portal without the plugin', kilobytes(bytesWithout), ''],
    ['portal with the plugin', kilobytes(bytesWith), ''],
    [
      'the plugin adds',
      kilobytes(bytesWith - bytesWithout),
      `${(((bytesWith - bytesWithout) / bytesWith) * 100).toFixed(2)} %`,
    ],
  ],
);
