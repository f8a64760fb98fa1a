// Empty databases of both kinds, one for each plugin as the host gives them, gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex, { type Knex } from 'knex';

const connection = String(process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING);

export interface Databases {
  readonly kind: string;
  open(name: string): Promise<Knex>;
  remove(): Promise<void>;
}

export function sqliteFiles(): Databases {
  const folder = mkdtempSync(join(tmpdir(), 'portal-readiness-'));
  const opened: Knex[] = [];
  return {
    kind: 'SQLite',
    async open(name) {
      const knex = createKnex({
        client: 'better-sqlite3',
        connection: { filename: join(folder, `${name}.sqlite`) },
        useNullAsDefault: true,
      });
      await knex.raw('PRAGMA foreign_keys = ON');
      opened.push(knex);
      return knex;
    },
    async remove() {
      await Promise.all(opened.map(knex => knex.destroy()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function postgres(): Databases {
  const server = createKnex({ client: 'pg', connection });
  const opened = new Map<string, Knex>();
  return {
    kind: 'PostgreSQL',
    async open(name) {
      const database = `bench_readiness_${name}_${process.pid}`;
      await server.raw(`CREATE DATABASE ${database}`);
      const url = new URL(connection);
      url.pathname = `/${database}`;
      const knex = createKnex({ client: 'pg', connection: url.toString() });
      opened.set(database, knex);
      return knex;
    },
    async remove() {
      for (const [database, knex] of opened) {
        await knex.destroy();
        await server.raw(`DROP DATABASE ${database}`);
      }
      await server.destroy();
    },
  };
}
