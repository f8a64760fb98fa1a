import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { announceChange, DOCUMENT_CHANGED } from './announceChange';

const SCHEMA = 'infra-overview.io/v1alpha1';
const entity = (spec: object, metadata: object = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  spec: { type: 'service', ...spec },
});
const documented = entity({ infra: { schema: SCHEMA } });

/** Who is told when the catalog processes these one after another. */
async function told(...processed: readonly Entity[]) {
  const events = mockServices.events.mock();
  events.publish.mockResolvedValue(undefined);
  const logger = mockServices.logger.mock();
  let state: unknown;
  const cache = {
    get: async <T>() => state as T,
    set: async (_: string, value: unknown) => void (state = value),
  };
  for (const each of processed) await announceChange(each, cache as never, { events, logger });
  return events.publish.mock.calls.map(([event]) => event);
}

const EVENT = { topic: DOCUMENT_CHANGED, eventPayload: { entityRef: 'component:shop/web' } };

describe('announceChange', () => {
  it.each<[string, readonly Entity[], number]>([
    ['a new entity with a document', [documented], 1],
    ['a new entity without one', [entity({})], 0],
    ['the same again', [documented, documented, documented], 1],
    ['another document', [documented, entity({ infra: { schema: SCHEMA, environments: [] } })], 2],
    ['a first document', [entity({}), documented], 1],
    ['a document that goes', [documented, entity({})], 2],
    ['another owner', [documented, entity({ infra: { schema: SCHEMA }, owner: 'core' })], 2],
    [
      'only what the catalog notes beside it',
      [documented, entity({ infra: { schema: SCHEMA } }, { annotations: { seen: 'now' } })],
      1,
    ],
  ])('%s', async (_, processed, times) => {
    expect(await told(...processed)).toEqual(Array.from({ length: times }, () => EVENT));
  });

  it.each<[string, () => Promise<void>]>([
    ['refuses', () => Promise.reject(new Error('no broker'))],
    [
      'throws',
      () => {
        throw new Error('no broker');
      },
    ],
    ['never answers', () => new Promise(() => {})],
  ])('goes on when the one who is told %s', async (_, publish) => {
    const events = mockServices.events.mock();
    events.publish.mockImplementation(publish);
    const cache = { get: async () => undefined, set: async () => {} };
    const logger = mockServices.logger.mock();
    await expect(announceChange(documented, cache as never, { events, logger })).resolves.toBe(
      undefined,
    );
    expect(logger.error).not.toHaveBeenCalled();
  });
});
