import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { InfraOverviewProcessor } from './InfraOverviewProcessor';

const entity = (infra: unknown): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { type: 'service', infra } as NonNullable<Entity['spec']>,
});

const processed = async (infra: unknown) => {
  const logger = mockServices.logger.mock();
  const processor = new InfraOverviewProcessor({ logger });
  const emitted: CatalogProcessorResult[] = [];
  const given = entity(infra);
  const valid = await processor.validateEntityKind(given);
  const returned = await processor.postProcessEntity(given, { type: 'file', target: 'x' }, result => emitted.push(result));
  return { emitted, valid, given, returned, logger };
};

describe('InfraOverviewProcessor', () => {
  it('keeps its name, which configuration and the cache of the catalog know', () => {
    expect(new InfraOverviewProcessor({ logger: mockServices.logger.mock() }).getProcessorName()).toBe('InfraOverviewProcessor');
  });

  it.each([undefined, 'text', { schema: 'infra-overview.io/v1alpha1' }])('never claims the kind: %j', async infra => {
    const { valid, given, returned } = await processed(infra);
    expect(valid).toBe(false);
    expect(returned).toBe(given);
  });

  it('completes references as the catalog does and emits both directions', async () => {
    const { emitted } = await processed({ schema: 'infra-overview.io/v1alpha1', addons: [{ id: 'db', resourceRef: 'orders' }] });
    const source = { kind: 'Component', namespace: 'shop', name: 'web' };
    const target = { kind: 'resource', namespace: 'shop', name: 'orders' };
    expect(emitted).toEqual([
      { type: 'relation', relation: { source, type: 'dependsOn', target } },
      { type: 'relation', relation: { source: target, type: 'dependencyOf', target: source } },
    ]);
  });

  it('logs problems at debug only, without what the author wrote', async () => {
    const { logger } = await processed({ schema: 'infra-overview.io/v1alpha1', environments: 'the quick brown fox' });
    expect(logger.debug).toHaveBeenCalledWith(expect.stringContaining('component:shop/web has 1 problem'));
    expect(JSON.stringify(logger.debug.mock.calls)).not.toContain('quick brown');
    for (const level of [logger.info, logger.warn, logger.error]) expect(level).not.toHaveBeenCalled();
  });

  it('says nothing of an entity without a document', async () => {
    const { logger, emitted } = await processed(undefined);
    expect(logger.debug).not.toHaveBeenCalled();
    expect(emitted).toEqual([]);
  });
});
