import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { PolicySource } from './PolicySource';
import type { PolicyStore } from './PolicyStore';
import type { Snapshot } from './Snapshot';
import { toSnapshot } from './toSnapshot';

const BATCH = 100;

export interface RefreshOptions {
  readonly source: PolicySource;
  readonly store: PolicyStore;
  readonly logger: LoggerService;
  readonly digest: (text: string) => string;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

export interface Refreshed {
  readonly seen: number;
  readonly changed: number;
}

/**
 * Brings the snapshots up to date: fingerprints of everything, the content of what changed. A run that was cut short
 * changes nothing, so that half a catalog is never taken for the whole of it.
 */
export async function refreshPolicy(options: RefreshOptions): Promise<Refreshed> {
  const { source, store, logger, digest, now, signal } = options;
  const states = await store.states();
  const seen = new Set<string>();
  const wanted: string[] = [];
  for await (const page of source.outline()) {
    if (signal.aborted) return { seen: 0, changed: 0 };
    for (const { ref, etag } of page) {
      seen.add(ref);
      const state = states.get(ref);
      if (state === undefined || state.isDeleted || etag === undefined || state.etag !== etag)
        wanted.push(ref);
    }
  }
  // The catalog is read in pages while it changes, and an entity can slip through between two of them.
  const missed = [...states]
    .filter(([ref, { isDeleted }]) => !isDeleted && !seen.has(ref))
    .map(([ref]) => ref);

  const snapshots: Snapshot[] = [];
  const refs = [...wanted, ...missed];
  for (let start = 0; start < refs.length; start += BATCH) {
    if (signal.aborted) return { seen: 0, changed: 0 };
    const entities = await source.entities(refs.slice(start, start + BATCH));
    snapshots.push(...entities.map(entity => toSnapshot(entity, digest)));
  }
  const found = new Set(snapshots.map(({ ref }) => ref));
  const gone = missed.filter(ref => !found.has(ref));
  const changed = await store.apply({ snapshots, gone, readAt: now });
  if (changed > 0)
    logger.info('Deploy windows were read from the catalog', { changed, gone: gone.length });
  return { seen: seen.size, changed };
}
