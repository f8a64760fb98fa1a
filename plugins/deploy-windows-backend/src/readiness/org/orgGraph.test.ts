import type { Entity } from '@backstage/catalog-model';
import { aGroup, aUser } from '../../__testUtils__/people';
import { orgGraph } from './orgGraph';

const LEFT = { 'metadata.annotations.acme.org/left': { $exists: true } };
const gone: Entity = {
  ...aUser('bob', ['core']),
  metadata: { name: 'bob', namespace: 'default', annotations: { 'acme.org/left': '2026' } },
};

describe('orgGraph', () => {
  it('relates users and groups as the catalog does', () => {
    const named: Entity = {
      ...aUser('ann', ['core']),
      spec: { profile: { displayName: 'Ann Miller' } },
    };
    expect(orgGraph([aGroup('core', ['ann'], 'city'), named])).toEqual({
      users: {
        'user:default/ann': { title: 'Ann Miller', active: true, groups: ['group:default/core'] },
      },
      groups: {
        'group:default/core': {
          title: 'core',
          members: ['user:default/ann'],
          children: [],
          parent: 'group:default/city',
        },
      },
    });
  });

  it('says who no longer counts', () => {
    const { users } = orgGraph([gone, aUser('ann')], LEFT);
    expect(users).toMatchObject({
      'user:default/ann': { active: true },
      'user:default/bob': { active: false },
    });
  });

  it('gives the same text for the same people in any order', () => {
    const all = [aGroup('core', ['ann', 'bob']), aUser('ann', ['core', 'ops']), gone];
    const other = [gone, aUser('ann', ['ops', 'core']), aGroup('core', ['bob', 'ann'])];
    expect(JSON.stringify(orgGraph(other))).toBe(JSON.stringify(orgGraph(all)));
  });

  it('leaves out what is no member', () => {
    const odd: Entity = {
      ...aGroup('core', []),
      relations: [{ type: 'hasMember', targetRef: 'component:default/robot' }],
    };
    expect(orgGraph([odd]).groups['group:default/core']?.members).toEqual([]);
  });
});
