import type { LoggerService } from '@backstage/backend-plugin-api';
import { dateText, type FleetDrift, type Instant } from 'backstage-plugin-infra-overview-common';
import type { CallOptions, DocumentSource, OutlineEntity } from '../documents/DocumentSource';
import { versionOf } from '../documents/version';
import { fleetEntry } from './fleetEntry';
import type { FleetEntry, FleetStore } from './FleetStore';
import { projectsOf } from './projectsOf';

const BATCH = 50;

export interface RefreshOptions {
  readonly documents: DocumentSource;
  readonly store: FleetStore;
  /** Of each project that some source looked at; one query. */
  readonly drifts: () => Promise<ReadonlyMap<string, FleetDrift>>;
  readonly callOptions: CallOptions;
  readonly logger: LoggerService;
  readonly now: () => Instant;
  readonly digest: (text: string) => string;
  readonly signal: AbortSignal;
}

export interface Refreshed {
  readonly computed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Projects that were computed. */
  readonly refs: readonly string[];
}

/**
 * Brings the fleet up to date: asks the catalog for etags only, computes the projects of which something changed, forgets
 * those that are gone. Each batch is complete in itself, so a run that was cut short goes on where it stopped.
 */
export async function refreshFleet(options: RefreshOptions): Promise<Refreshed> {
  const { documents, store, callOptions, logger, now, digest, signal } = options;
  const outline: OutlineEntity[] = [];
  for await (const page of documents.outline(callOptions)) {
    if (signal.aborted) return { computed: 0, removed: 0, unchanged: 0, refs: [] };
    outline.push(...page);
  }

  const [stored, drifts] = await Promise.all([store.fingerprints(), options.drifts()]);
  const day = dateText(now());
  const projects = projectsOf(outline);
  const changed = projects.filter(({ ref, sources, etags }) => {
    const fingerprint = fingerprintOf(sources, etags, { day, drift: drifts.get(ref), digest });
    return fingerprint === undefined || stored.get(ref) !== fingerprint;
  });
  const gone = await vanished(stored, new Set(projects.map(project => project.ref)), options);

  let computed = 0;
  for (let start = 0; start < changed.length && !signal.aborted; start += BATCH) {
    const refs = changed.slice(start, start + BATCH).map(project => project.ref);
    computed += await compute(refs, { day, drifts }, options);
  }
  await store.remove(gone);
  const refreshed = { computed, removed: gone.length, unchanged: projects.length - changed.length };
  if (computed > 0 || gone.length > 0) logger.info('Fleet refreshed', { ...refreshed });
  return { ...refreshed, refs: changed.map(project => project.ref) };
}

async function compute(
  refs: readonly string[],
  { day, drifts }: { readonly day: string; readonly drifts: ReadonlyMap<string, FleetDrift> },
  options: RefreshOptions,
): Promise<number> {
  const { documents, store, callOptions, logger, now, digest } = options;
  const entries: FleetEntry[] = [];
  for (const [ref, loaded] of await documents.load(refs, callOptions)) {
    try {
      const drift = drifts.get(ref);
      const entry = fleetEntry(loaded, drift, now());
      entries.push({
        ...entry,
        fingerprint: fingerprintOf(loaded.set.refs, loaded.etags, { day, drift, digest }) ?? '',
      });
    } catch (error) {
      // A mistake of ours about one project must not stand in the way of the others.
      logger.error(`The fleet row of ${ref} could not be computed`, error as Error);
    }
    // A thousand projects take seconds: let requests in between.
    await new Promise(resolve => setImmediate(resolve));
  }
  await store.save(entries, now());
  return entries.length;
}

/**
 * Rows without a project. The catalog is read in pages while it changes, and an entity can slip through between two of
 * them; it is gone only when it is not there under its own name, or when it belongs to a System now.
 */
async function vanished(
  stored: ReadonlyMap<string, string>,
  projects: ReadonlySet<string>,
  { documents, callOptions }: RefreshOptions,
): Promise<readonly string[]> {
  const missing = [...stored.keys()].filter(ref => !projects.has(ref));
  if (missing.length === 0) return [];
  const there = await documents.visible(missing, callOptions);
  const loaded = await documents.load([...there], callOptions);
  return missing.filter(ref => {
    const set = loaded.get(ref)?.set;
    return !set || set.chain.links.some(link => link.level === 'system' && link.entityRef !== ref);
  });
}

function fingerprintOf(
  sources: readonly string[],
  etags: Parameters<typeof versionOf>[1],
  {
    day,
    drift,
    digest,
  }: {
    readonly day: string;
    readonly drift: FleetDrift | undefined;
    readonly digest: (text: string) => string;
  },
): string | undefined {
  const version = versionOf(sources, etags);
  // Words such as "past its cadence" change with the day.
  return version === undefined
    ? undefined
    : digest(`${day}\n${version}\n${drift ? JSON.stringify(drift) : 'not observed'}`);
}
