// Runs the time tests of this package under host zones other than the machine's own: the answers must not depend on where it stands.
// Usage: node scripts/hostZones.mjs [test name pattern]; without one, the oracle, the laws and the worked examples.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ZONES = ['America/Chicago', 'Europe/Chisinau', 'Australia/Lord_Howe'];
const PATTERNS = ['bruteForce', 'laws', 'occurrences', 'openingDays', 'decide', 'rules'];

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const patterns = process.argv.length > 2 ? process.argv.slice(2) : PATTERNS;
const failed = [];
for (const zone of ZONES) {
  process.stdout.write(`\nTZ=${zone}\n`);
  const { status } = spawnSync(
    'yarn',
    ['backstage-cli', 'package', 'test', '--watchAll=false', '--maxWorkers=1', ...patterns],
    { cwd: folder, stdio: 'inherit', env: { ...process.env, CI: 'true', TZ: zone } },
  );
  if (status !== 0) failed.push(zone);
}
const result =
  failed.length > 0 ? `failed under ${failed.join(', ')}` : `the same under ${ZONES.join(', ')}`;
process.stdout.write(`\n${result}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
