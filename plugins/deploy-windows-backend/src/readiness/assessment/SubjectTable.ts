import type { Instant, SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { textOf } from '../../database/columns';
import { mapInBreaths } from '../breathe';
import type { Definitions } from './Definitions';
import { RESULTS, toResult } from './resultRow';
import type { Row, StoredResult, StoredSubject, StoredWord } from './rows';
import {
  OUTLINE_COLUMNS,
  SUBJECTS,
  toOutline,
  toSubject,
  toWord,
  WORD_COLUMNS,
} from './subjectRow';
import type { SubjectOutline } from './Assessments';

const SUBJECTS_A_BREATH = 100;
const ROWS_A_BREATH = 1_000;

export interface StoredHash {
  readonly facts: string;
  readonly asked: string;
}

/** What is stored of subjects. Each method is one statement, whatever the number of subjects. */
export class SubjectTable {
  readonly #options: { readonly knex: Knex; readonly definitions: Definitions };

  constructor(options: { readonly knex: Knex; readonly definitions: Definitions }) {
    this.#options = options;
  }

  async outlines(): Promise<readonly SubjectOutline[]> {
    const rows: readonly Row[] = await this.#services()
      .select(...OUTLINE_COLUMNS)
      .orderBy('subject');
    return rows.map(toOutline);
  }

  /** What is not gone, by what it was judged by. */
  async hashes(): Promise<ReadonlyMap<SubjectKey, StoredHash>> {
    const rows: readonly Row[] = await this.#there().select('subject', 'facts_hash', 'asked_hash');
    return new Map(
      rows.map(({ subject, facts_hash, asked_hash }) => [
        textOf(subject),
        { facts: textOf(facts_hash), asked: textOf(asked_hash) },
      ]),
    );
  }

  /** Of all where no keys are given; what is gone only where its key is. */
  async find(
    keys: readonly SubjectKey[] | undefined,
    knex: Knex = this.#options.knex,
  ): Promise<readonly StoredSubject[]> {
    const rows: readonly Row[] =
      keys === undefined
        ? await this.#services().orderBy('subject')
        : await knex(SUBJECTS).whereIn('subject', keys).orderBy('subject');
    return mapInBreaths(rows, SUBJECTS_A_BREATH, toSubject);
  }

  /** Verdicts alone, of all where no keys are given; what is gone is left out. */
  async words(keys: readonly SubjectKey[] | undefined): Promise<readonly StoredWord[]> {
    const there = this.#there()
      .select(...WORD_COLUMNS)
      .orderBy('subject');
    const rows: readonly Row[] = await (keys === undefined
      ? there
      : there.whereIn('subject', keys));
    return rows.map(toWord);
  }

  async results(
    keys: readonly SubjectKey[],
    knex: Knex = this.#options.knex,
  ): Promise<ReadonlyMap<SubjectKey, readonly StoredResult[]>> {
    const rows: readonly Row[] = await knex(RESULTS)
      .whereIn('subject', keys)
      .orderBy(['subject', 'check_id']);
    const hashes = new Set(rows.map(({ definition }) => textOf(definition)));
    const definitions = await this.#options.definitions.find(knex, hashes);
    const found = new Map<SubjectKey, StoredResult[]>();
    const results = await mapInBreaths(rows, ROWS_A_BREATH, row => {
      const definition = definitions.get(textOf(row.definition));
      return definition && toResult(row, definition);
    });
    for (const result of results) {
      if (result === undefined) continue;
      const list = found.get(result.subject);
      if (list) list.push(result);
      else found.set(result.subject, [result]);
    }
    return found;
  }

  /** Of what time has changed. */
  async due(now: Instant, limit: number): Promise<readonly SubjectKey[]> {
    const rows: readonly Row[] = await this.#there()
      .where('next_change_at', '<=', now)
      .orderBy(['next_change_at', 'subject'])
      .limit(limit)
      .select('subject');
    return rows.map(({ subject }) => textOf(subject));
  }

  /** Groups are asked about by their key alone: they are no services, and counted nowhere. */
  #services() {
    return this.#there().whereNotNull('environment');
  }

  #there() {
    return this.#options.knex(SUBJECTS).whereNull('gone_at');
  }
}
