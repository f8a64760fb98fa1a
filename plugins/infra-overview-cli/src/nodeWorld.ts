import { closeSync, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { wrongUse } from './failure';
import type { Files, World } from './world';

const SKIPPED = ['node_modules', '.git'];

const nodeFiles: Files = {
  kindOf(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    return found.isDirectory() ? 'folder' : 'file';
  },
  read(path, atMost) {
    let file: number | undefined;
    try {
      file = openSync(path, 'r');
      const found = fstatSync(file);
      // A pipe or a device may never end.
      if (!found.isFile()) throw wrongUse(`${path} is no file.`);
      return found.size > atMost ? undefined : readFileSync(file);
    } catch (error) {
      if (error instanceof Error && 'code' in error)
        throw wrongUse(`${path} cannot be read (${error.code}).`);
      throw error;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  },
  list: filesBelow,
};

/** The clock, the files and the terminal of the process. */
export function nodeWorld(): World {
  return {
    now: () => Date.now(),
    isTimeZone,
    files: nodeFiles,
    out: line => process.stdout.write(`${line}\n`),
    err: line => process.stderr.write(`${line}\n`),
  };
}

function* filesBelow(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
    // A link to a folder may lead back up; one that leads nowhere holds nothing.
    else if (entry.isSymbolicLink() && isFile(path)) yield path;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // A link to itself.
    return false;
  }
}

function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z_]+\/[A-Za-z0-9_+/-]+$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
