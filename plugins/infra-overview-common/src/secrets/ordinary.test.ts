import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '@backstage/types';
import { parseAllDocuments } from 'yaml';
import { findSecrets, secretsInValue } from './index';
import { ORDINARY_FILES, ORDINARY_LINES } from './__testUtils__/ordinaryFiles';

const ROOT = join(__dirname, '../../../..');
const yamlIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .map(name => `${folder}/${name}`);

const values = (text: string) =>
  parseAllDocuments(text).map(document => document.toJS() as JsonValue);

describe('says nothing about a file of ours', () => {
  it.each([...yamlIn('catalog'), ...yamlIn('plugins/deploy-windows-common/packs')])('%s', name => {
    const text = readFileSync(join(ROOT, name), 'utf8');
    expect(findSecrets(text)).toEqual([]);
    expect(values(text).flatMap(value => secretsInValue(value))).toEqual([]);
  });
});

describe('says nothing about what teams write', () => {
  it.each(Object.entries(ORDINARY_FILES))('%s', (_, text) => {
    expect(findSecrets(text)).toEqual([]);
    expect(values(text).flatMap(value => secretsInValue(value))).toEqual([]);
  });

  it.each(ORDINARY_LINES)('%s', line => {
    expect(findSecrets(line)).toEqual([]);
    expect(secretsInValue({ note: line })).toEqual([]);
  });
});
