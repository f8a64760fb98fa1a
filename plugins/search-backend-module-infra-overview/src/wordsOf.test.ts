import { readInfraDocument } from 'backstage-plugin-infra-overview-common';
import { wordsOf } from './wordsOf';

const words = (infra: object) => {
  const result = readInfraDocument({ schema: 'infra-overview.io/v1alpha1', ...infra });
  if (result.outcome !== 'read') throw new Error(result.outcome);
  return wordsOf(result.document);
};

it.each([
  ['a product', { addons: [{ id: 'logs', product: 'papertrail' }] }, 'papertrail'],
  ['a host', { domains: [{ id: 'site', host: 'www.example.org' }] }, 'www.example.org'],
  ['a statement', { policies: [{ id: 'p', statement: 'Nothing secret on local computers' }] }, 'Nothing secret on local computers'],
  ['a step of a procedure', { procedures: [{ id: 'deploy', steps: ['Maintenance mode on', { text: 'Run migrations' }] }] }, 'Run migrations'],
  ['a reason why not', { backups: { notNeeded: 'static site' } }, 'static site'],
])('holds %s', (_, infra, expected) => {
  expect(words(infra)).toContain(expected);
});

it('holds each text once, and neither field names nor the schema', () => {
  const text = words({ addons: [{ id: 'a', product: 'mysql' }, { id: 'b', product: 'mysql' }] });
  expect(text.split('mysql')).toHaveLength(2);
  expect(text).not.toMatch(/addons|product|infra-overview\.io/);
});

it('stays within what an index takes', () => {
  const notes = Array.from({ length: 2000 }, (_, index) => ({ id: `n${index}`, text: `${index} ${'x'.repeat(200)}` }));
  expect(words({ notes }).length).toBeLessThanOrEqual(100_000);
});
