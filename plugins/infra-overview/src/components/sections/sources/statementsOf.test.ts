import type { Origins } from 'backstage-plugin-infra-overview-common';
import { statementsOf } from './statementsOf';

const own = { level: 'system', entityRef: 'system:default/shop', path: 'x' } as const;
const origins: Origins = {
  'addons[a]': { ...own, verified: { method: 'document', at: '2026-02-01', source: 'handbook' } },
  'addons[b]': {
    ...own,
    verified: { method: 'document', at: '2026-02-01', source: 'handbook', lines: '4-8' },
  },
  'addons[c]': { ...own, verified: { method: 'human', at: '2025-11-30', by: 'role:owner' } },
  'addons[d]': { ...own, verified: { method: 'document' } },
  'addons[e]': {
    level: 'domain',
    entityRef: 'domain:default/rules',
    path: 'x',
    verified: { method: 'document', at: '2019-01-01' },
  },
  'addons[f]': own,
};

it('names each date and source of one document once, oldest first, undated last', () => {
  expect(
    statementsOf(origins, 'system:default/shop').map(({ method, at }) => [method, at]),
  ).toEqual([
    ['human', '2025-11-30'],
    ['document', '2026-02-01'],
    ['document', undefined],
  ]);
});

it('knows nothing of a document that says nothing', () => {
  expect(statementsOf(origins, 'component:default/web')).toEqual([]);
});
