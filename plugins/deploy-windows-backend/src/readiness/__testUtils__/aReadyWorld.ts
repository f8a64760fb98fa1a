import { createHash, randomUUID } from 'node:crypto';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { OrgGraph } from 'backstage-plugin-deploy-windows-common/readiness';
import express from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import type { Access, AskedTarget } from '../../access/Access';
import { notFound } from '../../api/coded';
import { mount } from '../../api/mount';
import type { CallOptions } from '../../api/route';
import { readDeployWindowsConfig } from '../../config';
import { IntlDisplays } from '../../display/IntlDisplays';
import type { Task } from '../../room';
import { createReadinessAnswers, DatabaseRecordStore } from '../answers';
import { aCheck, aLayer, aSubject, someFacts } from './checks';
import { FakeAssessments } from './FakeAssessments';

export const NOW = Date.parse('2026-11-24T17:00Z');
export const WEB = 'component:default/web#production';
const TABLES = ['readiness_acts', 'attestations', 'waivers', 'outbox'];

const people: OrgGraph = {
  users: {
    'user:default/ann': { title: 'Ann', active: true, groups: ['group:default/web'] },
    'user:default/amy': { title: 'Amy', active: true, groups: ['group:default/web-ops'] },
    'user:default/bob': { title: 'Bob', active: true, groups: ['group:default/security'] },
    'user:default/cat': { title: 'Cat', active: true, groups: ['group:default/city'] },
  },
  groups: {
    'group:default/web': {
      title: 'Web team',
      members: ['user:default/ann'],
      children: ['group:default/web-ops'],
      parent: 'group:default/city',
    },
    'group:default/web-ops': {
      title: 'Web operations',
      members: ['user:default/amy'],
      children: [],
      parent: 'group:default/web',
    },
    'group:default/city': {
      title: 'City',
      members: ['user:default/cat'],
      children: ['group:default/web'],
      leaders: ['user:default/cat'],
    },
    'group:default/security': { title: 'Security', members: ['user:default/bob'], children: [] },
  },
};

const terms = {
  statement: 'We looked, and it is so.',
  validFor: 'P90D',
  evidence: 'optional',
  by: 'owner-member',
  signatures: 1,
  boundTo: ['stores'],
} as const;
const confirmed = (id: string, attest: object = {}, fields: object = {}) =>
  aCheck(id, { mode: 'attested', attest: { ...terms, ...attest }, ...fields });

export const checks = [
  aLayer(aCheck('scale.two'), { status: 'fail' }),
  aLayer(confirmed('talk.launch', { evidence: 'required', signatures: 2 }, { scope: 'service' }), {
    boundFacts: { stores: [{ id: 'db' }] },
  }),
  aLayer(confirmed('log.read', {}, { form: 'audit' })),
  aLayer(confirmed('log.write', {}, { form: 'audit' })),
  aLayer(confirmed('alert.worth', { by: 'alert-target' }), {
    boundFacts: { alertPeople: ['user:default/amy', 'user:default/ghost'] },
  }),
  aLayer(confirmed('own.reviewed', { by: 'manager' })),
  aLayer(confirmed('look.outside', { by: 'non-owner' })),
  aLayer(confirmed('event.plan', { endsAt: 'capacity.events.at', by: 'any' })),
  aLayer(aCheck('advice.one'), { level: 'recommended', status: 'fail' }),
  aLayer(aCheck('off.one'), { level: 'off' }),
];

/** What a user may do besides reading; the user is not there for whoever is hidden from. */
class FakeAccess implements Access {
  readonly granted = new Map<string, readonly string[] | 'everything'>([
    ['user:default/ann', 'everything'],
  ]);
  readonly hidden = new Set<string>();
  calls = 0;

  async require({ name }: { readonly name: string }, { facts }: AskedTarget, options: CallOptions) {
    this.calls += 1;
    if (!this.#sees(facts.ref, options))
      throw notFound('UNKNOWN_TARGET', `There is no ${facts.ref} here, or you may not see it`);
    this.#require(name, options);
  }

  async requireBasic({ name }: { readonly name: string }, options: CallOptions) {
    this.calls += 1;
    this.#require(name, options);
  }

  async permitted<T extends AskedTarget>(_: unknown, targets: readonly T[], options: CallOptions) {
    this.calls += 1;
    return targets.filter(({ facts }) => this.#sees(facts.ref, options));
  }

  async visible(refs: readonly string[], options: CallOptions) {
    this.calls += 1;
    return new Set(refs.filter(ref => this.#sees(ref, options)));
  }

  #sees(ref: string, { principal }: CallOptions): boolean {
    return principal.ref === 'user:default/ann' || !this.hidden.has(ref);
  }

  #require(name: string, { principal }: CallOptions): void {
    const granted = this.granted.get(principal.ref) ?? [];
    if (name === 'deploy-windows.readiness.read' || granted === 'everything') return;
    if (granted.includes(name)) return;
    throw new NotAllowedError(`You need ${name}`);
  }
}

/** Who calls stands in a header, plainly. */
const httpAuth = {
  async credentials(
    req: express.Request,
    { allow = [] }: { readonly allow?: readonly string[] } = {},
  ) {
    const who = req.get('X-Who') ?? '';
    if (who === '') throw new AuthenticationError('Missing credentials');
    const credentials = who.startsWith('user:')
      ? mockCredentials.user(who)
      : mockCredentials.service(who);
    if (!allow.includes(credentials.principal.type))
      throw new NotAllowedError(`Not for a ${credentials.principal.type}`);
    return credentials;
  },
} as unknown as HttpAuthService;

interface Audited {
  readonly eventId: string;
  readonly severityLevel?: string;
  readonly meta: JsonObject;
  readonly outcome: 'success' | 'fail';
}

/** The room over real tables; what is judged, permissions and the clock are ours. The tables are empty at the start. */
export async function aReadyWorld(knex: Knex) {
  for (const table of TABLES) await knex(table).delete();
  const clock = { now: NOW };
  const now = () => clock.now;
  const records = new DatabaseRecordStore({ knex });
  const assessments = new FakeAssessments({ records, now });
  assessments.people = people;
  const place = {
    ownerRef: 'group:default/web',
    systemRef: 'system:default/noipm',
    domainRef: 'domain:default/city',
    facts: someFacts(['user:default/amy']),
  };
  assessments.subjects = [
    { ...place, subject: aSubject('component:default/web', 'production', 'Web'), checks },
    { ...place, subject: aSubject('component:default/web', 'staging', 'Web'), checks },
    { ...place, subject: aSubject('component:default/other', 'production', 'Other'), checks },
  ];
  const access = new FakeAccess();
  const config = readDeployWindowsConfig(
    mockServices.rootConfig({ data: { backend: { baseUrl: 'http://localhost:7007' } } }),
  );
  const owners: Readonly<Record<string, string>> = { 'domain:default/city': 'group:default/city' };
  const room = createReadinessAnswers({
    knex,
    config,
    access,
    directory: {
      find: async () => undefined,
      ofEntity: async () => [],
      all: async () => [],
      facts: async ref => ({ owner: owners[ref] }) as never,
      entities: async () => [],
    },
    loader: {
      load: async () => {
        throw new Error('no windows here');
      },
    },
    displays: new IntlDisplays({ zone: 'UTC', locale: 'en-GB', now }),
    assessments,
    records,
    newId: randomUUID,
    digest: text => createHash('sha256').update(text).digest('hex'),
  });
  const auditor = mockServices.auditor.mock();
  const events: Audited[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, severityLevel, meta = {} }) => {
    const done =
      (outcome: Audited['outcome']) =>
      async (more: { meta?: JsonObject } = {}) =>
        void events.push({
          eventId,
          ...(severityLevel && { severityLevel }),
          meta: { ...meta, ...more.meta },
          outcome,
        });
    return { success: done('success'), fail: done('fail') } as never;
  });
  const app = express();
  app.use(
    mount(room.routes, {
      httpAuth,
      auditor,
      principals: {
        principalOf: async ({ principal }) => {
          const { userEntityRef, subject = '' } = principal as {
            readonly userEntityRef?: string;
            readonly subject?: string;
          };
          const ref = userEntityRef ?? subject;
          return { ref, memberOf: people.users[ref]?.groups ?? [] };
        },
      },
      now,
      checkAnswers: true,
    }),
  );
  const logger = mockServices.logger.mock();
  app.use(MiddlewareFactory.create({ config: mockServices.rootConfig(), logger }).error());
  const path = (rest: string) => `/v1/readiness${rest}`;
  const who = (name: string) => (name.includes(':') ? name : `user:default/${name}`);
  return {
    knex,
    clock,
    access,
    assessments,
    records,
    tasks: room.tasks as readonly Task[],
    audited: () => events,
    as: (name: string) => ({
      get: (rest: string) => request(app).get(path(rest)).set('X-Who', who(name)),
      post: (rest: string, body: object = {}, headers: Readonly<Record<string, string>> = {}) =>
        request(app).post(path(rest)).set('X-Who', who(name)).set(headers).send(body),
    }),
    messages: async () =>
      (await knex('outbox').orderBy('created_at')).map(
        row =>
          ({ key: row.dedupe_key, topic: row.topic, ...JSON.parse(row.body) }) as {
            readonly key: string;
            readonly topic: string;
            readonly payload: JsonObject;
            readonly notify?: JsonObject & { readonly recipients: readonly string[] };
          },
      ),
  };
}

export type ReadyWorld = Awaited<ReturnType<typeof aReadyWorld>>;
export const at = (subject: string) => `/subjects/${encodeURIComponent(subject)}`;
