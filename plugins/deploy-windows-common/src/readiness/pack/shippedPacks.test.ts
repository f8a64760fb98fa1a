import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPacks } from './shipped';
import { SHIPPED_PACKS } from './shippedPacks';

it('the packs in the sources are the files: run `yarn generate`', () => {
  const folder = join(__dirname, '../../../packs');
  const files = readdirSync(folder).filter(file => file.endsWith('.yaml'));
  expect(Object.keys(SHIPPED_PACKS).sort()).toEqual(files.sort());
  for (const file of files) {
    expect(SHIPPED_PACKS[file]).toBe(readFileSync(join(folder, file), 'utf8'));
  }
});

it('nothing is wrong with them', () => {
  expect(shippedPacks().flatMap(({ problems }) => problems)).toEqual([]);
});
