import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SCHEMA } from './document';
import { examples } from './examples';
import { infraJsonSchema } from './jsonSchema';
import { readInfraDocument } from './readInfraDocument';
import { modelReference } from './reference/modelReference';

describe('examples', () => {
  it.each(Object.entries(examples))('%s is read without problems', (section, text) => {
    const content = parse(text);
    const result = readInfraDocument({ schema: SCHEMA, ...content }, { kind: 'System' });
    expect(result).toMatchObject({ outcome: 'read', problems: [], notUnderstood: [] });
    expect(Object.keys(content)).toEqual([section]);
  });
});

describe('what is generated', () => {
  it('the JSON Schema is up to date; if not, run `yarn generate`', () => {
    const written = readFileSync(join(__dirname, '../../schema/infra.v1alpha1.json'), 'utf8');
    expect(JSON.parse(written)).toEqual(infraJsonSchema());
  });

  it('the reference is up to date; if not, run `yarn generate`', () => {
    expect(readFileSync(join(__dirname, '../../../../docs/model.md'), 'utf8')).toBe(
      modelReference(),
    );
  });

  it('tells the meaning of every field', () => {
    const rows = modelReference()
      .split('\n')
      .filter(row => row.startsWith('| `'));
    const untold = rows.filter(row => !/\| [A-Z*].*\. \|$/.test(row));
    expect(untold).toEqual([]);
  });

  it('offers editors no field that only the reader writes, and marks unknown ones', () => {
    const text = JSON.stringify(infraJsonSchema());
    expect(text).not.toContain('"unreadable"');
    expect(infraJsonSchema()).toMatchObject({ additionalProperties: false, required: ['schema'] });
  });
});
