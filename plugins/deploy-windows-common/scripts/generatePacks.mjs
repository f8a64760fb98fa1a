// Writes the packs as text into the sources, so that command and backend need no file beside their code. `yarn generate` runs it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../packs/', import.meta.url);
const target = fileURLToPath(new URL('../src/readiness/pack/shippedPacks.ts', import.meta.url));

const files = readdirSync(folder)
  .filter(file => file.endsWith('.yaml'))
  .sort();
writeFileSync(
  target,
  `// Made from packs/*.yaml by scripts/generatePacks.mjs: change those, then run \`yarn generate\`.

/** By file name. */
export const SHIPPED_PACKS: Readonly<Record<string, string>> = {
${files.map(entry).join('\n')}
};
`,
);

/** A line of the file is a line of the source, so that a change is seen where it was made. */
function entry(file) {
  const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
  return `  ${quoted(file)}: [\n${lines.map(line => `    ${quoted(line)},\n`).join('')}  ].join('\\n'),`;
}

/** With the quotes that need fewer escapes, single ones before double ones, as the formatter has it. */
function quoted(text) {
  const json = JSON.stringify(text);
  const count = quote => text.split(quote).length - 1;
  if (count("'") > count('"')) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
