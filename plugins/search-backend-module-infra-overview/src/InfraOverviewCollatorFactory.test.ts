import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import { InfraOverviewCollatorFactory } from './InfraOverviewCollatorFactory';

const SCHEMA = 'infra-overview.io/v1alpha1';

const entity = (kind: string, name: string, title: string | undefined, spec: object): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, ...(title !== undefined && { title }) },
  spec: spec as NonNullable<Entity['spec']>,
});

const entities = [
  entity('Domain', 'justice', 'Justice', { owner: 'platform', infra: { schema: SCHEMA, policies: [{ id: 'p', statement: 'HTTPS everywhere' }] } }),
  entity('System', 'noipm', 'NOIPM complaint manager', { owner: 'core', infra: { schema: SCHEMA } }),
  entity('Component', 'noipm-web', undefined, { owner: 'core', lifecycle: 'production', system: 'noipm', infra: { schema: SCHEMA, addons: [{ id: 'logs', product: 'papertrail' }] } }),
  entity('Component', 'silent', undefined, { owner: 'core', system: 'noipm' }),
  entity('Component', 'refused', undefined, { owner: 'core', infra: { schema: 'example.org/v1', notes: [{ id: 'n', text: 'unread' }] } }),
  entity('Resource', 'db', undefined, { owner: 'core', infra: { schema: SCHEMA } }),
];

const collect = async (given: readonly Entity[], batchSize = 2) => {
  const catalog = catalogServiceMock({ entities: [...given] });
  const queries = jest.spyOn(catalog, 'queryEntities');
  const factory = new InfraOverviewCollatorFactory({ auth: mockServices.auth(), catalog, batchSize });
  const { documents } = await TestPipeline.fromCollator(await factory.getCollator()).execute();
  return { documents, queries, factory };
};

describe('InfraOverviewCollatorFactory', () => {
  it('is an index of its own, for those who may read the entity', async () => {
    const { factory } = await collect([]);
    expect(factory.type).toBe('infra-overview');
    expect(factory.visibilityPermission).toBe(catalogEntityReadPermission);
  });

  it('gives a result for each entity with a document that can be read', async () => {
    const { documents } = await collect(entities);
    expect(documents.map(document => document.authorization?.resourceRef)).toEqual([
      'domain:default/justice', 'system:default/noipm', 'component:default/noipm-web',
    ]);
  });

  it('names the project, and leads to the infrastructure tab', async () => {
    const { documents } = await collect(entities);
    expect(documents[2]).toMatchObject({
      title: 'NOIPM complaint manager: noipm-web',
      location: '/catalog/default/component/noipm-web/infrastructure',
      kind: 'Component',
      owner: 'group:default/core',
      lifecycle: 'production',
    });
    expect(documents[2]?.text).toContain('papertrail');
  });

  it('holds no word of another entity, whose readers may be others', async () => {
    const { documents } = await collect(entities);
    expect(documents[1]?.text).not.toMatch(/papertrail|HTTPS/);
    expect(documents[2]?.text).not.toContain('HTTPS');
  });

  it('reads page by page', async () => {
    const many = Array.from({ length: 25 }, (_, index) => entity('System', `s${index}`, undefined, { owner: 'core', infra: { schema: SCHEMA } }));
    const { documents, queries } = await collect(many, 10);
    expect(documents).toHaveLength(25);
    expect(queries).toHaveBeenCalledTimes(3);
    for (const [request] of queries.mock.calls) expect(request).toMatchObject({ limit: 10, fields: expect.arrayContaining(['spec.infra']) });
  });
});
