// node bench/run.mjs [core] [drift] [windows] [locks] [gate] [readiness] [observations] [api] [bundle] [sizes…]: runs the parts named (all when none is) and prints Markdown tables.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

const PARTS = {
  core: ['--require', '@backstage/cli/config/nodeTransform.cjs', 'bench/core.ts'],
  drift: ['--require', '@backstage/cli/config/nodeTransform.cjs', 'bench/drift.ts'],
  windows: ['--require', '@backstage/cli/config/nodeTransform.cjs', 'bench/windows.ts'],
  locks: [
    'scripts/withPostgres.mjs',
    'node',
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'bench/locks.ts',
  ],
  gate: ['scripts/withPostgres.mjs', 'node', 'bench/gate.mjs'],
  readiness: [
    'scripts/withPostgres.mjs',
    'node',
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'bench/readiness.ts',
  ],
  observations: [
    '--expose-gc',
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'bench/observations.ts',
  ],
  terraform: ['--require', '@backstage/cli/config/nodeTransform.cjs', 'bench/terraform.ts'],
  secrets: ['--require', '@backstage/cli/config/nodeTransform.cjs', 'bench/secrets.ts'],
  api: ['bench/api.mjs'],
  bundle: ['bench/bundle.mjs'],
};

const named = process.argv.slice(2).filter(argument => argument in PARTS);
const sizes = process.argv.slice(2).filter(argument => /^\d+$/.test(argument));
const unknown = process.argv
  .slice(2)
  .filter(argument => !named.includes(argument) && !sizes.includes(argument));
if (unknown.length > 0) {
  console.error(
    `Unknown: ${unknown.join(', ')}. Parts are ${Object.keys(PARTS).join(', ')}; numbers are sizes of the API part.`,
  );
  process.exit(2);
}

console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
);
for (const part of named.length > 0 ? named : Object.keys(PARTS)) {
  console.log(`\n## ${part}\n`);
  const { status } = spawnSync('node', [...PARTS[part], ...(part === 'api' ? sizes : [])], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
