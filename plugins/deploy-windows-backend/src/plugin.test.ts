import {
  createServiceFactory,
  coreServices,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { basicPermissions, targetPermissions } from 'backstage-plugin-deploy-windows-common';
import request from 'supertest';
import { organisation } from './__testUtils__/entities';
import deployWindowsPlugin from '.';

jest.setTimeout(60_000);

const DECISION =
  '/api/deploy-windows/v1/decision?entity=component:default/complaints&environment=staging';
const CONFIG = { backend: { baseUrl: 'http://localhost:7007' } };

/** Everybody may everything; conditions are applied by the plugin itself. */
function permissionsThat(conditions?: JsonObject) {
  const decide = async (queries: readonly unknown[], { credentials }: any): Promise<any[]> =>
    queries.map(() =>
      conditions && credentials.principal.type === 'user'
        ? {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'deploy-windows',
            resourceType: 'deploy-windows-target',
            conditions,
          }
        : { result: AuthorizeResult.ALLOW },
    );
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: (): PermissionsService => ({ authorize: decide, authorizeConditional: decide }),
  });
}

async function start(data: JsonObject = {}, conditions?: JsonObject) {
  const { server } = await startTestBackend({
    features: [
      deployWindowsPlugin,
      catalogServiceMock.factory({ entities: [...organisation] }),
      actionsRegistryServiceMock.factory(),
      permissionsThat(conditions),
      mockServices.rootConfig.factory({ data: { ...CONFIG, ...data } }),
    ],
  });
  return {
    get: (path: string, authorization = mockCredentials.user.header()) =>
      request(server).get(path).set('Authorization', authorization),
  };
}

async function eventually<T extends { readonly status: number }>(
  ask: () => Promise<T>,
  status: number,
): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const response = await ask();
    if (response.status === status || Date.now() > end) return response;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

describe('the plugin', () => {
  it('reads the catalog by itself and answers', async () => {
    const { get } = await start();
    const { status, body } = await eventually(() => get(DECISION), 200);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'allowed',
      principal: 'user:default/mock',
      sentence: expect.stringMatching(/^Yes/),
    });
    expect((await get(DECISION, mockCredentials.none.header())).status).toBe(401);
    expect((await get(DECISION, mockCredentials.service.header())).body.principal).toBe(
      'external:test-service',
    );
  });

  it('registers what policies can be written about', async () => {
    const { get } = await start();
    const { body } = await get('/api/deploy-windows/.well-known/backstage/permissions/metadata');
    const names = body.permissions.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'deploy-windows.decision.read',
        'deploy-windows.lock.break',
        'deploy-windows.incident-freeze.create',
      ]),
    );
    expect(names).toHaveLength(targetPermissions.length + basicPermissions.length);
    expect(body.rules.map(({ name }: { name: string }) => name)).toEqual([
      'IS_ENTITY_OWNER',
      'HAS_STAGE',
      'HAS_CHANGE_TYPE',
    ]);
  });

  it.each`
    stages         | status
    ${['staging']} | ${200}
    ${['ci']}      | ${403}
  `('applies the conditions of a policy: $stages', async ({ stages, status }) => {
    const { get } = await start(
      {},
      { rule: 'HAS_STAGE', resourceType: 'deploy-windows-target', params: { stages } },
    );
    expect((await eventually(() => get(DECISION), status)).status).toBe(status);
  });

  it('shows its contract to everybody', async () => {
    const { get } = await start();
    const { status, body } = await get(
      '/api/deploy-windows/openapi.json',
      mockCredentials.none.header(),
    );
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
  });

  it('does not start with zone data that is too old, where it is told so', async () => {
    await expect(
      start({ deployWindows: { tzdata: { minimum: '2999a', refuse: true } } }),
    ).rejects.toThrow('time zone data');
  });
});
