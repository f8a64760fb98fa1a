import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApiDocument } from './openApiDocument';

const committed = JSON.parse(readFileSync(resolve(__dirname, '../../openapi.json'), 'utf8'));

describe('openapi.json', () => {
  it('is what the routes say; `yarn generate` writes it anew', () => {
    expect(JSON.parse(JSON.stringify(openApiDocument()))).toEqual(committed);
  });

  it('describes each route once, with its refusals', () => {
    const operations = Object.values<Record<string, any>>(committed.paths).flatMap(path =>
      Object.values(path),
    );
    expect(operations.length).toBeGreaterThan(40);
    for (const { summary, responses } of operations) {
      expect(summary).toMatch(/^\S.*[^.]$/);
      expect(Object.keys(responses)).toEqual(
        expect.arrayContaining(['400', '401', '403', '404', '409', '503']),
      );
    }
  });

  it('names what is asked of the gate', () => {
    const { parameters } = committed.paths['/v1/decision'].get;
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual([
      'entity',
      'environment',
      'changeType',
      'at',
      'duration',
      'zone',
      'locale',
    ]);
    expect(
      parameters
        .filter(({ required }: { required: boolean }) => required)
        .map(({ name }: { name: string }) => name),
    ).toEqual(['entity', 'environment']);
  });
});
