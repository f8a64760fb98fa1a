import { freshnessOf } from 'backstage-plugin-infra-overview-common';
import { READINESS_NOW as NOW } from '../../testUtils/readinessBuilders';
import type { Fact } from '../facts/fact';
import type { OrgGraph } from '../people/org';
import { ownershipAnswerSchema } from '../wire';
import type { OwnedEntity } from './ownedEntity';
import { ownershipHealth } from './ownershipHealth';

const user = (title: string, active: 'active' | 'gone', groups: readonly string[] = []) => ({
  title,
  active: active === 'active',
  groups,
});
const ORG: OrgGraph = {
  users: {
    'user:default/ada': user('Ada', 'active', ['group:default/core', 'group:default/one']),
    'user:default/grace': user('Grace', 'active', ['group:default/core']),
    'user:default/gone': user('Gone', 'gone', ['group:default/empty']),
  },
  groups: {
    'group:default/all': { title: 'Everybody', members: [], children: ['group:default/core'] },
    'group:default/core': {
      title: 'Core team',
      members: ['user:default/ada', 'user:default/grace'],
      children: [],
      parent: 'group:default/all',
    },
    'group:default/one': {
      title: 'One',
      members: ['user:default/ada'],
      children: [],
      parent: 'group:default/all',
    },
    'group:default/empty': {
      title: 'Empty',
      members: ['user:default/gone'],
      children: [],
      parent: 'group:default/all',
    },
  },
};
const entity = (more: Partial<OwnedEntity> = {}): OwnedEntity => ({
  ref: 'component:default/web',
  kind: 'component',
  title: 'Web',
  owner: 'group:default/core',
  sourceUrl: 'https://example.org/catalog-info.yaml',
  ...more,
});
const origin = { path: 'x', kind: 'declared' } as const;
const told = (...refs: readonly string[]): Fact => ({
  state: 'list',
  origin,
  items: refs.map(ref => ({
    name: ref,
    path: 'x',
    fields: { to: { state: 'stated', value: ref, origin } },
  })),
});
const worker = entity({
  ref: 'component:default/worker',
  title: 'Worker',
  system: 'system:default/shop',
});

it.each<[string, Partial<OwnedEntity>, readonly string[], string | undefined]>([
  ['a team of two owns it', {}, [], undefined],
  ['nobody', { owner: undefined as never }, ['no-owner'], 'Write an owner into catalog-info.yaml.'],
  [
    'an owner that is not there',
    { owner: 'group:default/none' },
    ['unknown-owner'],
    'Correct the owner in catalog-info.yaml.',
  ],
  [
    'a group without anybody active',
    { owner: 'group:default/empty' },
    ['empty-owner'],
    'Ask Everybody who takes it over.',
  ],
  [
    'a person who left',
    { owner: 'user:default/gone' },
    ['empty-owner'],
    'Name a group in catalog-info.yaml.',
  ],
  [
    'a single person, others in the system',
    { owner: 'user:default/ada', system: 'system:default/shop' },
    ['single-person'],
    'In the same system: Core team.',
  ],
  [
    'a group of one',
    { owner: 'group:default/one' },
    ['single-person'],
    'Add a second person to One.',
  ],
  [
    'the whole organisation',
    { owner: 'group:default/all' },
    ['root-group'],
    'Name one of its teams in catalog-info.yaml.',
  ],
  [
    'orphaned',
    { orphaned: 'orphaned' },
    ['orphaned'],
    'Register the file at its new place, or remove the entry.',
  ],
  [
    'a system in no domain',
    { kind: 'System' },
    ['system-without-domain'],
    'Write a domain into catalog-info.yaml.',
  ],
  ['a system in a domain', { kind: 'System', domain: 'domain:default/tts' }, [], undefined],
  [
    'an old document',
    { freshness: freshnessOf({ method: 'document', at: '2019-07-19' }, NOW) },
    ['document-past-cadence'],
    'Look through it and set a new date in catalog-info.yaml.',
  ],
  [
    'a fresh one',
    { freshness: freshnessOf({ method: 'human', at: '2026-11-01' }, NOW) },
    [],
    undefined,
  ],
  [
    'one person alone deploys',
    { facts: [{ fields: { 'deploy.by': told('user:default/ada') } }] },
    ['one-person-alone'],
    'See what breaks when this person leaves, and name a group or a second person.',
  ],
  [
    'two deploy',
    { facts: [{ fields: { 'deploy.by': told('group:default/core') } }] },
    [],
    undefined,
  ],
  [
    'one is known, there may be more',
    { facts: [{ fields: { 'deploy.by': told('user:default/ada', 'role:owner') } }] },
    [],
    undefined,
  ],
])('%s', (_, more, codes, next) => {
  const { owner, ...rest } = { ...entity(), ...more };
  const asked = owner === undefined ? rest : { ...rest, owner };
  const answer = ownershipHealth([asked, worker], ORG);
  expect(ownershipAnswerSchema.parse(answer)).toEqual(answer);
  const own = answer.findings.filter(({ entityRef }) => entityRef === asked.ref);
  expect(own.map(({ code }) => code)).toEqual(codes);
  expect(own[0]?.next).toBe(next);
});

it('names nobody who stands alone', () => {
  const alone = entity({
    facts: [
      {
        fields: {
          'deploy.by': told('user:default/ada'),
          credentials: {
            state: 'list',
            origin,
            items: [{ name: 'heroku', path: 'x', fields: { access: told('user:default/ada') } }],
          },
        },
      },
    ],
  });
  const { findings } = ownershipHealth([alone], ORG);
  expect(findings[0]?.text).toBe('Web: one person alone can deploy it, and 1 more thing');
  expect(JSON.stringify(findings)).not.toMatch(/ada/i);
});

it('coverage and groups: each entity once, sub-groups apart', () => {
  const answer = ownershipHealth(
    [
      entity(),
      worker,
      entity({ ref: 'component:default/lost', title: 'Lost', owner: 'group:default/none' }),
      entity({ ref: 'component:default/old', title: 'Old', owner: 'group:default/empty' }),
    ],
    ORG,
  );
  expect(answer.coverage).toEqual({ valid: 2, all: 4 });
  expect(
    answer.groups.map(({ title, owned, direct, through, mustFindings }) => [
      title,
      owned,
      direct,
      through,
      mustFindings,
    ]),
  ).toEqual([
    ['Empty', 1, 1, 0, 1],
    ['Everybody', 3, 0, 3, 1],
    ['none', 1, 1, 0, 1],
    ['Core team', 2, 2, 0, 0],
  ]);
});

it('of one group, with its sub-groups', () => {
  const lost = entity({ ref: 'component:default/lost', owner: 'group:default/none' });
  const answer = ownershipHealth([entity(), lost], ORG, { group: 'group:default/all' });
  expect(answer.coverage).toEqual({ valid: 1, all: 1 });
  expect(answer.groups.map(({ title }) => title)).toEqual(['Core team', 'Everybody']);
});
