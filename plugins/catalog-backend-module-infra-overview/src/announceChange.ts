import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';

/** @public */
export const DOCUMENT_CHANGED = 'infra-overview.document-changed';

const CACHE_KEY = 'document';

/**
 * Tells of an entity whose document, or what stands beside it, is another than when it was processed last. Who listens need not
 * wait for their next reading of the catalog. The catalog's work never fails or waits for it.
 */
export async function announceChange(
  entity: Entity,
  cache: CatalogProcessorCache,
  { events, logger }: { readonly events: EventsService; readonly logger: LoggerService },
): Promise<void> {
  const entityRef = stringifyEntityRef(entity);
  try {
    const { title, labels, tags } = entity.metadata;
    const seen = JSON.stringify([title, labels, tags, entity.spec]);
    const hash = createHash('sha256').update(seen).digest('hex');
    const before = await cache.get<string>(CACHE_KEY);
    await cache.set(CACHE_KEY, hash);
    if (before === hash || (before === undefined && entity.spec?.infra === undefined)) return;
    events
      .publish({ topic: DOCUMENT_CHANGED, eventPayload: { entityRef } })
      .catch(error => logger.debug(`Nobody was told that ${entityRef} changed`, error as Error));
  } catch (error) {
    logger.debug(`Nobody was told that ${entityRef} changed`, error as Error);
  }
}
