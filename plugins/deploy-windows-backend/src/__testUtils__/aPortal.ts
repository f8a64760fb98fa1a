import { createHash, randomUUID } from 'node:crypto';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult, type PolicyDecision } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import type { JsonObject } from '@backstage/types';
import express from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import { CatalogVisibility } from '../access/CatalogVisibility';
import { DefaultAccess } from '../access/DefaultAccess';
import { targetRules } from '../access/targetRules';
import { UserInfoPrincipalSource } from '../access/UserInfoPrincipalSource';
import { mount } from '../api/mount';
import { readDeployWindowsConfig } from '../config';
import { migrate } from '../database/migrate';
import type { PolicySource } from '../policy/PolicySource';
import type { OrgSource } from '../readiness/org/OrgSource';
import { composeRooms } from '../rooms';

/** Tuesday, 11:00 in Chicago: the agreed hour is over. */
export const NOW = Date.parse('2026-11-24T17:00Z');
export const ANN = 'user:default/ann';

export interface PortalWish {
  readonly knex: Knex;
  readonly entities: readonly Entity[];
  readonly config?: JsonObject;
  /** What a user may do, by the name of the permission; everything else is allowed. */
  readonly policy?: (permission: string) => PolicyDecision | undefined;
  /** Entities that users do not see. */
  readonly hidden?: readonly string[];
}

const ruleset = {
  getRuleByName: (name: string) => targetRules.find(rule => rule.name === name),
} as unknown as PermissionRuleset<any>;

/** Who calls stands in a header, plainly: `user:default/ann`, `external:ci-noipm`. */
const httpAuth = {
  async credentials(
    req: express.Request,
    { allow = [] }: { readonly allow?: readonly string[] } = {},
  ) {
    const who = req.get('X-Who') ?? '';
    const credentials = who.startsWith('user:')
      ? mockCredentials.user(who)
      : mockCredentials.service(who);
    if (who === '' && !allow.includes('none')) throw new AuthenticationError('Missing credentials');
    if (who !== '' && !allow.includes(credentials.principal.type))
      throw new NotAllowedError(`Not for a ${credentials.principal.type}`);
    return who === '' ? mockCredentials.none() : credentials;
  },
} as unknown as HttpAuthService;

/** The whole API over a database, with a catalog that can be edited and a clock that can be turned. */
export async function aPortal({
  knex,
  entities,
  config = {},
  policy = () => undefined,
  hidden = [],
}: PortalWish) {
  const logger = mockServices.logger.mock();
  await migrate(knex, logger);
  let now = NOW;
  let content = entities;
  const clock = () => now;
  const seen = () => content.filter(entity => !hidden.includes(stringifyEntityRef(entity)));
  const catalogCalls: string[][] = [];
  const permissionCalls: string[] = [];
  const catalog = catalogServiceMock({ entities: [...seen()] });
  const getEntitiesByRefs = catalog.getEntitiesByRefs.bind(catalog);
  catalog.getEntitiesByRefs = (query, options) => {
    catalogCalls.push(query.entityRefs);
    return getEntitiesByRefs(query, options);
  };
  const decide = async (
    queries: readonly { readonly permission: { readonly name: string } }[],
    options: { readonly credentials?: BackstageCredentials } = {},
  ): Promise<PolicyDecision[]> => {
    permissionCalls.push(...queries.map(({ permission }) => permission.name));
    const isUser = (options.credentials?.principal as BackstageUserPrincipal).type === 'user';
    return queries.map(
      ({ permission }) => (isUser && policy(permission.name)) || { result: AuthorizeResult.ALLOW },
    );
  };
  const permissions: PermissionsService = {
    // Policies of these tests that are asked so answer yes or no.
    authorize: decide as PermissionsService['authorize'],
    authorizeConditional: decide,
  };
  const access = new DefaultAccess({
    permissions,
    visibility: new CatalogVisibility({ catalog, now: clock }),
    isMet: createConditionAuthorizer(ruleset),
    now: clock,
  });
  const isPerson = ({ kind }: Entity) => ['user', 'group'].includes(kind.toLowerCase());
  const policies: PolicySource = {
    async *outline() {
      const places = content.filter(entity => !isPerson(entity));
      yield places.map(entity => ({ ref: stringifyEntityRef(entity) }));
    },
    entities: async refs => content.filter(entity => refs.includes(stringifyEntityRef(entity))),
  };
  const people: OrgSource = {
    async *outline() {
      yield content.filter(isPerson).map(entity => ({ ref: stringifyEntityRef(entity) }));
    },
    async *entities() {
      yield content.filter(isPerson);
    },
  };
  const rooms = composeRooms({
    knex,
    config: readDeployWindowsConfig(
      mockServices.rootConfig({
        data: { backend: { baseUrl: 'http://localhost:7007' }, deployWindows: config },
      }),
    ),
    access,
    policies,
    people,
    observed: { read: async () => ({ outcome: 'not-there' }) },
    readFile: path => {
      throw new Error(`There is no file ${path} in a test`);
    },
    patience: () => new Promise(() => {}),
    events: mockServices.events.mock(),
    notifications: { send: async () => {} },
    signals: { publish: async () => {} },
    urlReader: mockServices.urlReader.mock(),
    logger,
    now: clock,
    databaseTime: async () => clock(),
    newId: randomUUID,
    digest: text => createHash('sha256').update(text).digest('hex'),
    tzdata: () => '2026b',
    later: () => {},
  });
  const refresh = () => rooms.refresh(new AbortController().signal);
  await refresh();

  const app = express();
  const auditor = mockServices.auditor.mock();
  const events: { readonly meta: unknown; readonly eventId: string; readonly outcome: string }[] =
    [];
  auditor.createEvent.mockImplementation(async ({ eventId }) => ({
    success: async ({ meta } = {}) => void events.push({ eventId, meta, outcome: 'success' }),
    fail: async ({ meta }) => void events.push({ eventId, meta, outcome: 'failure' }),
  }));
  /** Ann is of the team; everybody else stands for themselves alone. */
  const userInfo: UserInfoService = {
    getUserInfo: async ({ principal }) => {
      const { userEntityRef } = principal as BackstageUserPrincipal;
      const groups = userEntityRef === ANN ? ['group:default/noipm-core-team'] : [];
      return { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] };
    },
  };
  app.use(
    mount(rooms.routes, {
      httpAuth,
      auditor,
      principals: new UserInfoPrincipalSource({ userInfo, now: clock }),
      now: clock,
      checkAnswers: true,
    }),
  );
  app.use(MiddlewareFactory.create({ config: mockServices.rootConfig(), logger }).error());
  return {
    rooms,
    knex,
    refresh,
    auditEvents: events,
    permissionCalls,
    catalogCalls,
    turnTo: (at: number) => void (now = at),
    put: (next: readonly Entity[]) => void (content = next),
    get: (path: string, who = ANN) => request(app).get(path).set('X-Who', who),
    post: (path: string, body: object = {}, who = ANN) =>
      request(app).post(path).set('X-Who', who).send(body),
    delete: (path: string, who = ANN) => request(app).delete(path).set('X-Who', who),
  };
}

export type Portal = Awaited<ReturnType<typeof aPortal>>;
