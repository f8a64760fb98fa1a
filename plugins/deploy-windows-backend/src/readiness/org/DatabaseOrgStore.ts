import { NOBODY } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import type { KnownOrg, OrgStore } from './OrgStore';

const TABLE = 'readiness_state';
const UNREAD: KnownOrg = { hash: '', graph: NOBODY };

export class DatabaseOrgStore implements OrgStore {
  readonly #knex: Knex;
  #kept: KnownOrg = UNREAD;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  async fingerprint(): Promise<string | undefined> {
    const row = await this.#knex(TABLE).where({ id: 1 }).first('org_fingerprint');
    return row.org_fingerprint ?? undefined;
  }

  async save({
    fingerprint,
    hash,
    org,
  }: {
    readonly fingerprint: string;
    readonly hash: string;
    readonly org: string;
  }): Promise<void> {
    await this.#knex(TABLE)
      .where({ id: 1 })
      .update({ org_fingerprint: fingerprint, org_hash: hash, org });
  }

  async current(): Promise<KnownOrg> {
    const { org_hash: hash } = await this.#knex(TABLE).where({ id: 1 }).first('org_hash');
    if (hash === null) return UNREAD;
    if (this.#kept.hash === hash) return this.#kept;
    const row = await this.#knex(TABLE).where({ id: 1 }).first('org_hash', 'org');
    this.#kept = { hash: row.org_hash, graph: JSON.parse(row.org) };
    return this.#kept;
  }
}
