import type {
  Instant,
  ObservedPart,
  ObservedSubject,
} from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import { changesOf } from './changesOf';
import { isOlderCopy } from './isOlderCopy';
import { locked } from './locked';
import type { ObservationStore, SubjectNews, SubjectsAsked } from './ObservationStore';

export const OBSERVATIONS = 'infra_observation';
const CHANGES = 'infra_change';
// SQLite takes some thousand values in one statement.
const BATCH = 100;

interface StoredPart {
  readonly source: string;
  readonly subject: string;
  readonly part: string;
  readonly grp: string | null;
  readonly environment: string | null;
  readonly entity_ref: string | null;
  readonly body: string;
}

export class DatabaseObservationStore implements ObservationStore {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  async save(news: SubjectNews, run: { readonly id: string; readonly at: Instant }) {
    const { source, subject, parts, reach } = news;
    return locked(this.#knex, `${source}/${subject}`, async trx => {
      const mine = () => trx(OBSERVATIONS).where({ source, subject });
      const stored = new Map<string, ObservedPart>();
      for (const row of await mine().select('part', 'body'))
        stored.set(row.part, JSON.parse(row.body));
      if (parts.some(part => isOlderCopy(stored.get(part.part), part))) return 'same';
      const changes = [];
      for (const part of parts) {
        const before = stored.get(part.part);
        // Two runs at once: the later look stands.
        if (before && before.at > part.at) continue;
        if (before)
          changes.push(...changesOf(before, part).map(change => ({ part: part.part, ...change })));
        await trx(OBSERVATIONS)
          .insert(toStored(news, part, run))
          .onConflict(['source', 'subject', 'part'])
          .merge();
      }
      const place = placeOf(news);
      await (reach === 'some'
        ? mine().update({ ...place, reported_at: run.at })
        : mine().update(place));
      const rows = changes.map(change => ({
        source,
        subject,
        part: change.part,
        path: change.path,
        old: asJson(change.old),
        new: asJson(change.new),
        at: run.at,
      }));
      for (let start = 0; start < rows.length; start += BATCH)
        await trx(CHANGES).insert(rows.slice(start, start + BATCH));
      const isNew = parts.some(part => !stored.has(part.part));
      return changes.length > 0 || isNew ? 'changed' : 'same';
    });
  }

  async find({ apps, entityRefs }: SubjectsAsked): Promise<readonly ObservedSubject[]> {
    if (apps.length === 0 && entityRefs.length === 0) return [];
    const named: readonly StoredPart[] = await this.#knex(OBSERVATIONS)
      .whereIn('subject', apps)
      .orWhereIn('entity_ref', entityRefs)
      .select();
    const groups = new Set(named.flatMap(row => (row.grp === null ? [] : [row.grp])));
    const together: readonly StoredPart[] =
      groups.size === 0
        ? []
        : await this.#knex(OBSERVATIONS)
            .whereIn('grp', [...groups])
            .select();
    const known = new Set(named.map(row => `${row.source} ${row.grp}`));
    return toSubjects([...named, ...together.filter(row => known.has(`${row.source} ${row.grp}`))]);
  }

  async forget(source: string, before: Instant): Promise<number> {
    return this.#knex(OBSERVATIONS).where({ source }).where('reported_at', '<', before).delete();
  }

  async forgetChanges(before: Instant): Promise<number> {
    return this.#knex(CHANGES).where('at', '<', before).delete();
  }

  async entityRefs(): Promise<readonly string[]> {
    const rows: readonly { entity_ref: string }[] = await this.#knex(OBSERVATIONS)
      .whereNotNull('entity_ref')
      .distinct('entity_ref');
    return rows.map(row => row.entity_ref);
  }
}

function placeOf({ group, environment, entityRef }: SubjectNews) {
  return {
    grp: group ?? null,
    environment: environment ?? null,
    entity_ref: entityRef ?? null,
  };
}

function toStored(
  news: SubjectNews,
  part: ObservedPart,
  run: { readonly id: string; readonly at: Instant },
) {
  return {
    source: news.source,
    subject: news.subject,
    part: part.part,
    ...placeOf(news),
    body: JSON.stringify(part),
    observed_at: part.at,
    reported_at: run.at,
    run_id: run.id,
  };
}

function asJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function toSubjects(rows: readonly StoredPart[]): readonly ObservedSubject[] {
  const subjects = new Map<string, Map<string, StoredPart>>();
  for (const row of rows) {
    const key = JSON.stringify([row.source, row.subject]);
    const parts = subjects.get(key) ?? new Map<string, StoredPart>();
    subjects.set(key, parts.set(row.part, row));
  }
  return [...subjects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, parts]) => {
      const [first] = parts.values();
      return first ? [toSubject(first, [...parts.values()])] : [];
    });
}

function toSubject(
  { source, subject, grp, environment, entity_ref }: StoredPart,
  parts: readonly StoredPart[],
): ObservedSubject {
  return {
    source,
    subject,
    ...(grp !== null && { group: grp }),
    ...(environment !== null && { environment }),
    ...(entity_ref !== null && { entityRef: entity_ref }),
    parts: parts
      .toSorted((a, b) => (a.part < b.part ? -1 : 1))
      .map((row): ObservedPart => JSON.parse(row.body)),
  };
}
