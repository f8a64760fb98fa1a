// What judges, over a database, with a catalog that is given.
import { createHash, randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { readReadiness } from '../plugins/deploy-windows-backend/src/config/readReadiness';
import { DatabasePolicyStore } from '../plugins/deploy-windows-backend/src/policy/DatabasePolicyStore';
import type { PolicySource } from '../plugins/deploy-windows-backend/src/policy/PolicySource';
import { refreshPolicy } from '../plugins/deploy-windows-backend/src/policy/refreshPolicy';
import { SnapshotDirectory } from '../plugins/deploy-windows-backend/src/policy/SnapshotDirectory';
import { DatabaseRecordStore } from '../plugins/deploy-windows-backend/src/readiness/answers/DatabaseRecordStore';
import { createReadinessCore } from '../plugins/deploy-windows-backend/src/readiness/createReadinessCore';
import type { OrgSource } from '../plugins/deploy-windows-backend/src/readiness/org/OrgSource';
import { DatabaseEpochSource } from '../plugins/deploy-windows-backend/src/runtime/DatabaseEpochSource';

export const silent: LoggerService = {
  error: (message, meta) => console.error(message, meta),
  warn: (message, meta) => console.error(message, meta),
  info: () => {},
  debug: () => {},
  child: () => silent,
};

export interface CoreWish {
  readonly knex: Knex;
  /** As the catalog has them now. */
  readonly entities: () => readonly Entity[];
  /** Below `deployWindows.readiness`. */
  readonly packs: readonly JsonObject[];
  readonly readFile?: (path: string) => string;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const isPerson = ({ kind }: Entity) => kind === 'User' || kind === 'Group';
const outline = (entity: Entity) => {
  const { etag } = entity.metadata;
  return { ref: stringifyEntityRef(entity), ...(etag !== undefined && { etag }) };
};

export function benchCore({ knex, entities, packs, readFile }: CoreWish) {
  const policies: PolicySource = {
    async *outline() {
      yield entities()
        .filter(entity => !isPerson(entity))
        .map(outline);
    },
    entities: async refs => {
      const wanted = new Set(refs);
      return entities().filter(entity => wanted.has(stringifyEntityRef(entity)));
    },
  };
  const people: OrgSource = {
    async *outline() {
      yield entities().filter(isPerson).map(outline);
    },
    async *entities() {
      yield entities().filter(isPerson);
    },
  };
  const policyStore = new DatabasePolicyStore({ knex });
  const core = createReadinessCore({
    knex,
    config: readReadiness(new ConfigReader({ readiness: { packs: [...packs] } })),
    policies,
    people,
    policyStore,
    directory: new SnapshotDirectory({ store: policyStore }),
    epochs: new DatabaseEpochSource({ knex }),
    records: new DatabaseRecordStore({ knex }),
    readFile:
      readFile ??
      (path => {
        throw new Error(`There is no ${path}`);
      }),
    patience: () => new Promise(() => {}),
    logger: silent,
    now: Date.now,
    newId: randomUUID,
    digest,
  });
  const { signal } = new AbortController();
  return {
    assessments: core.assessments,
    /** The documents alone. */
    read: () =>
      refreshPolicy({
        source: policies,
        store: policyStore,
        logger: silent,
        digest,
        now: Date.now(),
        signal,
      }),
    judge: () => core.refresh(signal),
    sweep: () => core.sweep(signal),
  };
}
