import type { JsonValue } from '@backstage/types';
import { compareValues, isCompared, type Comparison, type SeenValue } from './compareValues';

it.each<[string, JsonValue, SeenValue, Comparison]>([
  ['plan', 'standard-0', 'heroku-postgresql:standard-0', 'same'],
  ['plan', 'Standard 0 plan', 'standard-0', 'same'],
  ['plan', 'hobby-basic', 'standard-0', 'different'],
  ['method', 'snapshot', 'logical', 'same'],
  ['method', 'snapshot', 'continuous', 'different'],
  ['product', 'postgres', 'heroku-postgresql', 'same'],
  ['product', 'PostgreSQL', 'heroku-postgresql:standard-0', 'same'],
  ['product', 'aws-postgresql', 'heroku-postgresql', 'different'],
  ['product', 'redis', 'heroku-postgresql', 'different'],
  ['size', 'Standard-1X', 'standard-1x', 'same'],
  ['hosting.stack', 'heroku-24 ', 'Heroku-24', 'same'],
  ['hosting.region', 'us', 'eu', 'different'],
  ['retention', 'P4W', 'P28D', 'same'],
  ['retention', 'PT24H', 'P1D', 'same'],
  ['retention', 'P4W', 'P1M', 'different'],
  ['tls.expires', '2026-12-01', '2026-12-01T23:59:59Z', 'same'],
  ['tls.expires', '2026-12-02', '2026-12-01T23:30:00-05:00', 'same'],
  ['tls.expires', '2026-12-01', '2026-12-02T00:00:00Z', 'different'],
  ['instances', 2, 2, 'same'],
  ['instances', 2, 3, 'different'],
  ['instances', { min: 2, max: 8 }, 8, 'same'],
  ['instances', { min: 2, max: 8 }, 9, 'different'],
  ['instances', { min: 2 }, 1, 'different'],
  ['instances', { words: 'many' }, 1, 'same'],
  ['instances', { min: 2, max: 8 }, { min: 2, max: 8 }, 'same'],
  ['instances', { min: 2, max: 8 }, { min: 1, max: 8 }, 'different'],
  ['instances', 2, { min: 1, max: 4 }, 'different'],
  ['instances', 2, 'two', 'not-comparable'],
  ['deploy.branch', 'the configured release branch', 'main', 'same'],
  ['deploy.branch', 'main', 'develop', 'different'],
  ['deploy.branch', 'main, develop', 'develop', 'same'],
  ['deploy.branch', 'main', 'main, develop', 'different'],
  ['deploy.branch', 'release/*', 'release/1.2', 'same'],
  ['deploy.branch', 'release/*', '/^release\\/.*$/', 'same'],
  ['deploy.branch', 'release/*/x', 'release/x', 'different'],
  ['deploy.branch', '*', 'anything', 'same'],
  ['deploy.healthCheck', 'https://shop.example.org/health', '/health', 'same'],
  ['deploy.healthCheck', '/health', '/up', 'different'],
  ['deploy.snapshotBefore', true, true, 'same'],
  ['deploy.snapshotBefore', false, true, 'different'],
  ['availability.instances', 2, '2', 'same'],
  ['zones', ['a', 'b'], ['B', 'a'], 'same'],
  ['zones', ['a', 'b'], ['a'], 'different'],
  ['zones', ['*'], ['a', 'b'], 'same'],
  ['zones', ['a'], 'A', 'same'],
  ['stage', 'sandbox', 'staging', 'not-comparable'],
  ['stage', 'production', 'staging', 'different'],
  ['maintenanceWindow', 'Sunday nights', 'sun:04:00-sun:05:00', 'not-comparable'],
  ['availability', { redundancy: 'replica' }, 'replica', 'not-comparable'],
])('%s: declared %j, observed %j is %s', (field, declared, observed, expected) => {
  expect(compareValues(field, declared, observed)).toBe(expected);
});

it.each([
  ['plan', true],
  ['purpose', false],
  ['observed.lastBackup', false],
])('%s is compared: %s', (field, expected) => {
  expect(isCompared(field)).toBe(expected);
});

it('no pattern takes long', () => {
  const pattern = '*a'.repeat(2_000);
  const name = 'a'.repeat(1_000);
  expect(compareValues('deploy.branch', pattern, `${name}b`)).toBe('different');
});
