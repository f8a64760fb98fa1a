import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEntityYaml, type CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { withSecretGate } from './withSecretGate';

const CATALOG = resolve(__dirname, '../../../../catalog');
const FILES = readdirSync(CATALOG, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.yaml'),
);

describe('the example organisations', () => {
  const gate = withSecretGate(undefined, { now: () => 0 });

  it('are there', () => expect(FILES).toContain('all.yaml'));

  it.each(FILES)('pass untouched: %s', async name => {
    const file = {
      data: readFileSync(join(CATALOG, name)),
      location: { type: 'file', target: join(CATALOG, name) },
    };
    const results: CatalogProcessorResult[] = [];
    for await (const result of gate(file)) results.push(result);
    expect(results).toEqual([...parseEntityYaml(file.data, file.location)]);
    expect(results.length).toBeGreaterThan(0);
  });
});
