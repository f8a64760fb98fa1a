import { effectiveInfra } from '../effective';
import type { JudgedConfirmation } from '../observed';
import { aChainLink } from '../testUtils';
import { dueConfirmations } from './dueConfirmations';
import { NOW, type Sections } from './__testUtils__/aProject';

const old = { method: 'document', at: '2019-07-19' } as const;
const recent = { method: 'human', at: '2026-11-01' } as const;

function due(sections: Sections, confirmations: readonly JudgedConfirmation[] = []) {
  const effective = effectiveInfra([
    aChainLink('domain', { verified: old, addons: [{ id: 'standard', selection: 'always' }] }),
    aChainLink('system', sections),
  ]);
  return dueConfirmations(effective, confirmations, NOW);
}

function said(fields: Partial<JudgedConfirmation>): JudgedConfirmation {
  return {
    id: 'c',
    entityRef: 'system:default/shop',
    path: 'addons[db]',
    answer: 'still-true',
    valueHash: 'aa',
    by: 'user:default/ada',
    at: Date.UTC(2026, 10, 1),
    state: 'in-force',
    words: 'the word of ada',
    ...fields,
  };
}

it('what has no date, then the oldest, each once and in words', () => {
  const all = due({
    verified: old,
    environments: [{ name: 'production', hosting: { platform: 'heroku', region: 'us' } }],
    addons: [
      {
        id: 'db',
        category: 'database',
        product: 'heroku-postgresql',
        purpose: 'orders',
        verified: { method: 'human', at: '2015-02-03' },
      },
      { id: 'cache', verified: recent },
      { id: 'mail', notNeeded: 'nobody writes' },
    ],
    backups: { notNeeded: 'a demo' },
    domains: [],
    support: { model: 'office hours', verified: { method: 'human' } } as Sections['support'],
    observability: { alerts: [{ id: 'site-down' }] },
    risks: [{ id: 'r', statement: 'x' }],
  });
  const words = 'stated in a document of 19 Jul 2019, never confirmed';
  expect(
    all.map(({ path, title, value, words: since, at }) => [path, title, value, since, at]),
  ).toEqual([
    [
      'addons[db]',
      'Add-on Heroku PostgreSQL',
      'Heroku PostgreSQL (database): orders.',
      'checked by hand 3 Feb 2015, says the file',
      '2015-02-03',
    ],
    [
      'environments[production].hosting',
      'Environment production, runs on',
      'Heroku, region us',
      words,
      '2019-07-19',
    ],
    ['backups', 'Backups', 'not needed: a demo', words, '2019-07-19'],
    ['domains', 'Domains', 'none', words, '2019-07-19'],
    ['observability.alerts[site-down]', 'Alert Site down', expect.any(String), words, '2019-07-19'],
    ['support', 'Support', '', words, '2019-07-19'],
  ]);
});

describe('a word of a person', () => {
  const sections: Sections = { verified: old, addons: [{ id: 'db' }] };
  it.each<[string, readonly JudgedConfirmation[], string | undefined]>([
    ['about the item', [said({})], undefined],
    ['about its section', [said({ path: 'addons' })], undefined],
    [
      'about another item',
      [said({ path: 'addons[cache]' })],
      'stated in a document of 19 Jul 2019, never confirmed',
    ],
    [
      'that no longer counts',
      [said({ state: 'changed' })],
      'stated in a document of 19 Jul 2019, never confirmed',
    ],
    [
      'that did not know',
      [said({ answer: 'unknown' })],
      'stated in a document of 19 Jul 2019, never confirmed',
    ],
    [
      'beside a newer one that did not know',
      [said({}), said({ answer: 'unknown', at: NOW })],
      undefined,
    ],
    [
      'beside a newer one that no longer counts',
      [said({ state: 'changed', at: NOW }), said({})],
      undefined,
    ],
    ['that it is not true', [said({ answer: 'not-true' })], 'the word of ada'],
  ])('%s', (_, confirmations, words) => {
    expect(due(sections, confirmations).map(each => each.words)).toEqual(
      words === undefined ? [] : [words],
    );
  });

  it('about an environment confirms where it runs', () => {
    const runs: Sections = {
      verified: old,
      environments: [{ name: 'production', hosting: { platform: 'heroku' } }],
    };
    expect(due(runs)).toHaveLength(1);
    expect(due(runs, [said({ path: 'environments[production]' })])).toEqual([]);
  });
});

it('what has no date comes first', () => {
  const paths = due({ addons: [{ id: 'db', verified: old }], jobs: [{ id: 'nightly' }] });
  expect(paths.map(({ path, at }) => [path, at])).toEqual([
    ['jobs[nightly]', undefined],
    ['addons[db]', '2019-07-19'],
  ]);
});
