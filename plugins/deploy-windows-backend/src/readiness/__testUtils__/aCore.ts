import { createHash, randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { Attestation, Waiver } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { readReadiness } from '../../config/readReadiness';
import { migrate } from '../../database/migrate';
import { DatabasePolicyStore } from '../../policy/DatabasePolicyStore';
import type { PolicySource } from '../../policy/PolicySource';
import { refreshPolicy } from '../../policy/refreshPolicy';
import { SnapshotDirectory } from '../../policy/SnapshotDirectory';
import { DatabaseEpochSource } from '../../runtime/DatabaseEpochSource';
import type { RecordReader } from '../assessment/Assessments';
import { createReadinessCore } from '../createReadinessCore';
import type { ObservedReader } from '../observed/ObservedReader';
import type { OrgSource } from '../org/OrgSource';

export const NOW = Date.parse('2026-11-24T17:00Z');

export interface CoreWish {
  readonly knex: Knex;
  readonly entities: readonly Entity[];
  /** Packs by file; each is asked of everything. */
  readonly packs?: Readonly<Record<string, string>>;
  readonly attestations?: () => readonly Attestation[];
  readonly waivers?: () => readonly Waiver[];
  readonly observed?: ObservedReader;
}

/** What judges, over a database, with a catalog and answers that are given. Several over one database are replicas. */
export async function aCore({
  knex,
  entities,
  packs = {},
  attestations = () => [],
  waivers = () => [],
  observed = { read: async () => ({ outcome: 'not-there' }) },
}: CoreWish) {
  const logger = mockServices.logger.mock();
  await migrate(knex, logger);
  let content = entities;
  let now = NOW;
  let isBroken = false;
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const isPerson = ({ kind }: Entity) => kind === 'User' || kind === 'Group';
  const policies: PolicySource = {
    async *outline() {
      const places = content.filter(entity => !isPerson(entity));
      yield places.map(entity => ({ ref: stringifyEntityRef(entity) }));
    },
    entities: async refs => {
      const wanted = new Set(refs);
      return content.filter(entity => wanted.has(stringifyEntityRef(entity)));
    },
  };
  const people: OrgSource = {
    async *outline() {
      if (isBroken) throw new Error('the provider of people is away');
      yield content.filter(isPerson).map(entity => ({ ref: stringifyEntityRef(entity) }));
    },
    async *entities() {
      yield content.filter(isPerson);
    },
  };
  const records: RecordReader = {
    attestations: async places => attestations().filter(({ subject }) => places.includes(subject)),
    waivers: async places => waivers().filter(({ subject }) => places.includes(subject)),
  };
  const policyStore = new DatabasePolicyStore({ knex });
  const directory = new SnapshotDirectory({ store: policyStore });
  const config = readReadiness(
    mockServices.rootConfig({
      data: { readiness: { packs: Object.keys(packs).map(file => ({ file, subjects: {} })) } },
    }),
  );
  const core = createReadinessCore({
    knex,
    config,
    policies,
    people,
    observed,
    policyStore,
    directory,
    epochs: new DatabaseEpochSource({ knex }),
    records,
    readFile: path => {
      const text = packs[path];
      if (text === undefined) throw new Error('there is no such file');
      return text;
    },
    patience: () => new Promise(() => {}),
    logger,
    now: () => now,
    newId: randomUUID,
    digest,
  });
  const { signal } = new AbortController();
  return {
    core,
    logger,
    put: (next: readonly Entity[]) => void (content = next),
    turnTo: (at: number) => void (now = at),
    breakPeople: () => void (isBroken = true),
    /** The documents alone, as the task reads them. */
    read: () =>
      refreshPolicy({ source: policies, store: policyStore, logger, digest, now, signal }),
    judge: () => core.refresh(signal),
    tell: (entityRef: string) => core.observedChanged(entityRef),
    sweep: () => core.sweep(signal),
    tick: () => core.tasks.find(({ id }) => id === 'readiness-clock')?.run(now, signal),
    count: () => core.tasks.find(({ id }) => id === 'readiness-daily')?.run(now, signal),
    async statuses(subject: string): Promise<Readonly<Record<string, string>>> {
      const rows = await knex('readiness_results').where({ subject }).orderBy('check_id');
      return Object.fromEntries(rows.map(row => [row.check_id, row.status]));
    },
    transitions: () =>
      knex('readiness_transitions')
        .orderBy(['subject', 'check_id', 'at'])
        .select('subject', 'check_id', 'from_status', 'to_status', 'cause'),
  };
}

export interface PackWish {
  readonly name?: string;
  readonly version?: number;
  readonly checks: readonly object[];
}

export const aPack = ({ name = 'acme', version = 1, checks }: PackWish): string =>
  JSON.stringify({
    schema: 'deploy-windows.io/readiness-pack/v1',
    pack: name,
    version,
    checks: checks.map((check, index) => ({
      id: `acme.check-${index}`,
      version: 1,
      basis: 'bold',
      scope: 'environment',
      mode: 'automatic',
      title: `Check ${index}`,
      why: 'It matters.',
      ...check,
    })),
  });
