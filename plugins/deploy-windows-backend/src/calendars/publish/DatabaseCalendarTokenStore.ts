import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { given, numberOf, textOf, type Column } from '../../database/columns';
import type { CalendarTokenStore, StoredCalendarToken } from './CalendarTokenStore';

type Row = Readonly<Record<string, Column>>;

export class DatabaseCalendarTokenStore implements CalendarTokenStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async insert(
    { id, scope, entities, createdBy, createdAt }: StoredCalendarToken,
    hash: string,
  ): Promise<void> {
    await this.#knex('calendar_tokens').insert({
      token_hash: hash,
      id,
      scope: JSON.stringify(scope),
      entities: JSON.stringify(entities),
      created_by: createdBy,
      created_at: createdAt,
    });
  }

  async ofCreator(creator: string): Promise<readonly StoredCalendarToken[]> {
    const rows: readonly Row[] = await this.#current()
      .andWhere({ created_by: creator })
      .orderBy(['created_at', 'id']);
    return rows.map(tokenOf);
  }

  async byHash(hash: string): Promise<StoredCalendarToken | undefined> {
    const row: Row | undefined = await this.#current().andWhere({ token_hash: hash }).first();
    return row && tokenOf(row);
  }

  async setEntities(id: string, entities: readonly string[]): Promise<void> {
    await this.#knex('calendar_tokens')
      .where({ id })
      .update({ entities: JSON.stringify(entities) });
  }

  async used(id: string, at: Instant): Promise<void> {
    await this.#knex('calendar_tokens').where({ id }).update({ last_used_at: at });
  }

  async revoke(id: string, creator: string, at: Instant): Promise<boolean> {
    const count = await this.#current()
      .andWhere({ id, created_by: creator })
      .update({ revoked_at: at });
    return count === 1;
  }

  #current() {
    return this.#knex('calendar_tokens').whereNull('revoked_at');
  }
}

function tokenOf(row: Row): StoredCalendarToken {
  return {
    id: textOf(row.id),
    scope: JSON.parse(textOf(row.scope)),
    entities: JSON.parse(textOf(row.entities)),
    createdBy: textOf(row.created_by),
    createdAt: numberOf(row.created_at),
    ...given('lastUsedAt', row.last_used_at, numberOf),
  };
}
