import type { Entity } from '@backstage/catalog-model';

export const aUser = (name: string, groups: readonly string[] = []): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: [...groups] },
  relations: groups.map(group => ({ type: 'memberOf', targetRef: `group:default/${group}` })),
});

export const aGroup = (name: string, members: readonly string[], parent?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
  relations: [
    ...members.map(member => ({ type: 'hasMember', targetRef: `user:default/${member}` })),
    ...(parent === undefined ? [] : [{ type: 'childOf', targetRef: `group:default/${parent}` }]),
  ],
});
