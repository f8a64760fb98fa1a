import type { JsonObject } from '@backstage/types';
import type { Instant, SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { numberOf, textOf } from '../../database/columns';
import { upsertRows } from '../../database/jsonRows';
import type { Row } from './rows';

const TABLE = 'declared_answers';

export interface FirstSeen {
  readonly boundFacts: JsonObject;
  readonly at: Instant;
}

export interface NewlySeen extends FirstSeen {
  readonly subject: SubjectKey;
  readonly checkId: string;
  readonly contentHash: string;
}

/** The facts as they were when an answer of a document first appeared: what the answer is bound to. */
export class DeclaredTable {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  async of(keys: readonly SubjectKey[]): Promise<ReadonlyMap<string, FirstSeen>> {
    const rows: readonly Row[] = await this.#knex(TABLE).whereIn('subject', keys);
    return new Map(
      rows.map(row => [
        answerKey(textOf(row.subject), textOf(row.check_id), textOf(row.content_hash)),
        { boundFacts: JSON.parse(textOf(row.bound_facts)), at: numberOf(row.first_seen_at) },
      ]),
    );
  }

  /** Whoever saw it first stays the first. */
  async keep(trx: Knex.Transaction, seen: readonly NewlySeen[]): Promise<void> {
    await upsertRows(trx, {
      table: TABLE,
      key: ['subject', 'check_id', 'content_hash'],
      columns: ['subject', 'check_id', 'content_hash', 'bound_facts', 'first_seen_at'],
      rows: seen.map(({ subject, checkId, contentHash, boundFacts, at }) => ({
        subject,
        check_id: checkId,
        content_hash: contentHash,
        bound_facts: JSON.stringify(boundFacts),
        first_seen_at: at,
      })),
      onConflict: 'ignore',
    });
  }
}

export function answerKey(subject: SubjectKey, checkId: string, contentHash: string): string {
  return `${subject} ${checkId} ${contentHash}`;
}
