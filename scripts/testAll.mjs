// Everything a change must pass, in the order of how soon it tells. Stops at the first failure and says which step it was.
import { spawnSync } from 'node:child_process';

const STEPS = [
  ['lint', ['lint']],
  ['lint rules', ['lint:rules']],
  ['types', ['tsc']],
  ['unit and integration tests', ['test:unit']],
  ['time core under other host zones', ['test:zones']],
  ['build of the portal', ['build:portal']],
  ['browser tests', ['e2e']],
];

const startedAt = Date.now();
for (const [title, command] of STEPS) {
  console.log(`\n== ${title}`);
  const stepStartedAt = Date.now();
  const { status } = spawnSync('yarn', command, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const seconds = Math.round((Date.now() - stepStartedAt) / 1000);
  if (status !== 0) {
    console.error(
      `\nFailed: ${title} (after ${seconds} s). Run it alone: yarn ${command.join(' ')}`,
    );
    process.exit(1);
  }
  console.log(`== ${title}: passed in ${seconds} s`);
}
console.log(`\nAll steps passed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
