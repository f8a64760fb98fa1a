import type { LoggerService } from '@backstage/backend-plugin-api';
import { newsOf, type Instant } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Directory } from '../../policy/Directory';
import type { ObservedReader, SeenByEntity } from './ObservedReader';
import type { Observed, ObservedStore } from './ObservedStore';

export interface ObservedRefreshOptions {
  readonly reader: ObservedReader;
  readonly store: ObservedStore;
  readonly logger: Pick<LoggerService, 'warn' | 'info'>;
  readonly now: () => Instant;
}

const MINUTE = 60_000;
// Changes are told of; this is for what nobody told.
const WHOLE_EVERY = 10 * MINUTE;
// What was read a moment ago is news still: a portal that starts, or a request that is lost, changes no verdict.
const NEWS_FOR = 10 * MINUTE;

/**
 * Brings what sources see up to date: of everything now and then, of those that changed at once. Writes nothing where there are no
 * news. What cannot be read ends nothing: what was seen before then counts for nothing good.
 */
export class ObservedRefresh {
  readonly #options: ObservedRefreshOptions;
  #readAt = -Infinity;
  #changed = new Set<string>();
  #failingSince: Instant | undefined;
  #told: 'nothing' | 'not-there' | 'failed' = 'nothing';

  constructor(options: ObservedRefreshOptions) {
    this.#options = options;
  }

  changed(entityRef: string): void {
    this.#changed.add(entityRef.toLocaleLowerCase('en-US'));
  }

  async run(
    judged: readonly string[],
    directory: Pick<Directory, 'entities'>,
    signal: AbortSignal,
  ): Promise<void> {
    const { reader, store, now } = this.#options;
    const at = now();
    const isWhole = at - this.#readAt >= WHOLE_EVERY;
    const told = this.#changed;
    const refs = isWhole ? judged : judgedAround(told, judged, directory);
    // Told while it is read is told of the next reading.
    this.#changed = new Set();
    if (refs.length === 0) return;
    const reading = await reader.read(refs, signal);
    const before = await store.current();
    switch (reading.outcome) {
      case 'read': {
        this.#told = 'nothing';
        this.#failingSince = undefined;
        if (isWhole) this.#readAt = at;
        const others = isWhole ? [] : [...before.seen].filter(([ref]) => !refs.includes(ref));
        const seen = new Map([...others, ...settled(before.seen, reading.seen)]);
        await this.#save(before, { hasFailed: false, seen });
        return;
      }
      case 'not-there':
        this.#readAt = at;
        this.#failingSince = undefined;
        this.#tell('not-there', 'infra-overview is not there: readiness goes by documents alone');
        await this.#save(before, { hasFailed: false, seen: new Map() });
        return;
      case 'failed':
        for (const ref of told) this.#changed.add(ref);
        this.#readAt = -Infinity;
        this.#failingSince ??= at;
        if (at - this.#failingSince < NEWS_FOR) return;
        this.#tell('failed', `SOURCE_FAILED: what sources see was not read, ${reading.reason}`);
        await this.#save(before, { hasFailed: true, seen: before.seen });
        return;
      default:
        throw new Error(reading satisfies never);
    }
  }

  async #save(before: Observed, after: Observed): Promise<void> {
    const isSame =
      before.hasFailed === after.hasFailed &&
      before.seen.size === after.seen.size &&
      [...after.seen].every(([ref, facts]) => before.seen.get(ref) === facts);
    if (!isSame) await this.#options.store.save(after);
  }

  /** Once, until it is otherwise. */
  #tell(what: 'not-there' | 'failed', words: string): void {
    const { logger } = this.#options;
    if (this.#told === what) return;
    this.#told = what;
    if (what === 'failed') logger.warn(words);
    else logger.info(words);
  }
}

/** What makes no difference stays as it is stored, so that nobody is judged again for it. */
function settled(before: SeenByEntity, after: SeenByEntity): SeenByEntity {
  return new Map(
    [...after].map(([ref, facts]) => {
      const known = before.get(ref);
      return [ref, known !== undefined && newsOf(known) === newsOf(facts) ? known : facts];
    }),
  );
}

/** A part is seen on the page of its System too, and the other way round. */
function judgedAround(
  told: ReadonlySet<string>,
  judged: readonly string[],
  { entities }: Pick<Directory, 'entities'>,
): readonly string[] {
  if (told.size === 0) return [];
  const wanted = new Set(told);
  for (const { ref, system } of entities) {
    if (system === undefined) continue;
    if (told.has(ref)) wanted.add(system);
    if (told.has(system)) wanted.add(ref);
  }
  return judged.filter(ref => wanted.has(ref));
}
