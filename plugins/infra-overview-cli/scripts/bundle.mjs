// Writes dist/infra.mjs: the whole command as one file that needs Node.js alone, and the licences of what is in it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(process.argv[2] ?? join(root, 'dist'));
const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/run.ts'],
  outfile: join(dist, 'infra.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Modules of the newer kind first: only what is used of them comes along.
  mainFields: ['module', 'main'],
  metafile: true,
  legalComments: 'none',
  minifyWhitespace: true,
  minifySyntax: true,
  banner: {
    js: [
      '#!/usr/bin/env node',
      `// infra ${version}, ${license}. Licences of what it is built from: infra.licences.txt`,
      // Some of what is inside asks for built-in modules in the older way.
      "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    ].join('\n'),
  },
});

mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, 'infra.licences.txt'), licencesOf(keptIn(metafile.outputs)));

/** What was read and then left out needs no licence here. */
function keptIn(outputs) {
  const [output] = Object.values(outputs);
  return Object.entries(output.inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file);
}

function licencesOf(files) {
  const folders = new Set(
    files
      .filter(file => file.includes('node_modules/'))
      .map(file => packageFolder(join(root, file))),
  );
  const texts = [...folders].sort().map(folder => {
    const {
      name,
      version: own,
      license: spdx,
    } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find(other => /^(licen[cs]e|copying)/i.test(other));
    const text =
      file === undefined ? `Licence: ${spdx}` : readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${own} (${spdx})\n\n${text}\n`;
  });
  return `${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

/** The folder of the package a file belongs to: the part after the last node_modules. */
function packageFolder(file) {
  const parts = relative('/', dirname(file)).split('/');
  const at = parts.lastIndexOf('node_modules');
  const length = parts[at + 1]?.startsWith('@') ? 3 : 2;
  return `/${parts.slice(0, at + length).join('/')}`;
}
