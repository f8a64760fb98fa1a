import { packId, type Pack, type ReadPack } from './pack';
import { readPack } from './readPack';

/** Packs by file, in any order: whoever is extended is read first. */
export function readPacks(
  files: Readonly<Record<string, string>>,
  before: readonly Pack[] = [],
): readonly ReadPack[] {
  const packs = new Map(before.map(pack => [packId(pack), pack]));
  const results = new Map<string, ReadPack>();
  let waiting = Object.keys(files).sort();
  while (waiting.length > 0) {
    const still: string[] = [];
    for (const file of waiting) {
      const read = readPack(files[file] ?? '', { file, known: id => packs.get(id) });
      results.set(file, read);
      if (read.pack === undefined) still.push(file);
      else if (packs.has(packId(read.pack))) results.set(file, twice(read.pack, file));
      else packs.set(packId(read.pack), read.pack);
    }
    // What is still refused when nothing new was read stays so.
    if (still.length === waiting.length) break;
    waiting = still;
  }
  return Object.keys(files)
    .sort()
    .flatMap(file => results.get(file) ?? []);
}

function twice(pack: Pack, file: string): ReadPack {
  const message = `${packId(pack)} is already loaded from another file: raise its version`;
  return { problems: [{ severity: 'refused', file, message }] };
}
