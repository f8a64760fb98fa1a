import type { Knex } from 'knex';
import { HOSTED } from '../../fleet/DatabaseFleetStore';
import { ROWS, TERMS } from '../../fleet/filteredRows';
import { COUNTS } from '../../drift/DatabaseDriftStore';
import type { Wanted } from '../ObservationSource';
import { OBSERVATIONS } from './DatabaseObservationStore';
import type { SubjectNews } from './ObservationStore';
import type { ProjectStore } from './ProjectStore';

const BATCH = 200;

export class DatabaseProjectStore implements ProjectStore {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  async wanted(platforms: readonly string[]): Promise<readonly Wanted[]> {
    if (platforms.length === 0) return [];
    const rows: readonly { app: string }[] = await this.#knex(HOSTED)
      .whereIn(
        'platform',
        platforms.map(platform => platform.toLocaleLowerCase('en-US')),
      )
      .distinct('app')
      .orderBy('app');
    return rows.map(({ app }) => ({ subject: app }));
  }

  async projectsOf(
    subjects: readonly Pick<SubjectNews, 'source' | 'subject' | 'group' | 'entityRef'>[],
  ): Promise<readonly string[]> {
    const refs = new Set<string>();
    for (let start = 0; start < subjects.length; start += BATCH) {
      const batch = subjects.slice(start, start + BATCH);
      const groups = batch.flatMap(({ group }) => group ?? []);
      const together: readonly { subject: string; entity_ref: string | null }[] =
        groups.length === 0
          ? []
          : await this.#knex(OBSERVATIONS).whereIn('grp', groups).distinct('subject', 'entity_ref');
      const apps = [...batch, ...together].map(({ subject }) => subject);
      const named = [
        ...batch.flatMap(({ entityRef }) => entityRef ?? []),
        ...together.flatMap(({ entity_ref }) => entity_ref ?? []),
      ];
      for (const ref of await this.#hosting([...new Set(apps)])) refs.add(ref);
      for (const ref of await this.#holding([...new Set(named)])) refs.add(ref);
    }
    return [...refs].sort();
  }

  async observedProjects(): Promise<readonly string[]> {
    const [hosting, named, counted] = await Promise.all([
      this.#knex(HOSTED).whereIn('app', this.#knex(OBSERVATIONS).select('subject')).distinct('ref'),
      this.#knex(OBSERVATIONS).whereNotNull('entity_ref').distinct('entity_ref'),
      this.#knex(COUNTS).select('entity_ref'),
    ]);
    const refs = new Set<string>([
      ...hosting.map(row => row.ref),
      ...counted.map(row => row.entity_ref),
      ...(await this.#holding(named.map(row => row.entity_ref))),
    ]);
    return [...refs].sort();
  }

  async #hosting(apps: readonly string[]): Promise<readonly string[]> {
    const rows: { ref: string }[] = [];
    for (let start = 0; start < apps.length; start += BATCH)
      rows.push(
        ...(await this.#knex(HOSTED)
          .whereIn('app', apps.slice(start, start + BATCH))
          .distinct('ref')),
      );
    return rows.map(({ ref }) => ref);
  }

  /** The projects these entities are, or are a part of. */
  async #holding(entityRefs: readonly string[]): Promise<readonly string[]> {
    const rows: { ref: string }[] = [];
    for (let start = 0; start < entityRefs.length; start += BATCH) {
      const batch = entityRefs.slice(start, start + BATCH);
      rows.push(
        ...(await this.#knex(ROWS).whereIn('ref', batch).select('ref')),
        ...(await this.#knex(TERMS).where({ kind: 'part' }).whereIn('term', batch).select('ref')),
      );
    }
    return rows.map(({ ref }) => ref);
  }
}
