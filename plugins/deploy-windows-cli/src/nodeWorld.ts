import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { wrongUse } from './failure';
import type { Files, World } from './world';

const nodeFiles: Files = {
  read(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw wrongUse(`${path} cannot be read (${codeOf(error)}).`);
    }
  },
  write(path, text) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { mode: 0o600 });
    } catch (error) {
      throw wrongUse(`${path} cannot be written (${codeOf(error)}).`);
    }
  },
  list(folder, endings) {
    if (!isFolder(folder)) return undefined;
    return [...filesBelow(folder)].filter(path => endings.some(ending => path.endsWith(ending)));
  },
};

/** The clock, the network, the files and the terminal of the process. */
export function nodeWorld(): World {
  return {
    env: process.env,
    fetch: globalThis.fetch,
    now: () => Date.now(),
    sleep: async milliseconds => sleep(milliseconds),
    random: () => Math.random(),
    newId: () => randomUUID(),
    digest: text => createHash('sha256').update(text).digest('hex'),
    timeLimit: milliseconds => AbortSignal.timeout(milliseconds),
    files: nodeFiles,
    out: line => process.stdout.write(`${line}\n`),
    err: line => process.stderr.write(`${line}\n`),
    tzdata: process.versions.tz ?? 'unknown',
  };
}

// What begins with a dot, or was installed, is no catalog.
function* filesBelow(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (isFolder(path)) {
      // A link may lead back up.
      if (entry.isDirectory()) yield* filesBelow(path);
    } else yield path;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
