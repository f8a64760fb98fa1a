import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import deployWindowsPlugin from 'backstage-plugin-deploy-windows-backend';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { parse, parseAllDocuments } from 'yaml';
import { withMemberships } from './withMemberships';

/** Invented for tests; they open nothing but the server that a test starts. */
export const TOKENS = {
  /** What docs/ci.md gives a pipeline. */
  pipeline: 'invented-token-of-a-pipeline',
  /** May ask and nothing else. */
  asking: 'invented-token-that-only-asks',
  unknown: 'invented-token-of-a-stranger',
} as const;

/** The token that docs/ci.md says to make, with a value of ours: what is documented is what is tried. */
export function documentedAccess(): { accessRestrictions: { permission: string[] }[] } {
  const text = readFileSync(join(__dirname, '../../../../docs/ci.md'), 'utf8');
  const [, block = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  const [entry] = parse(block).backend.auth.externalAccess;
  return {
    ...entry,
    options: { ...entry.options, token: TOKENS.pipeline, subject: 'external:ci-test' },
  };
}

const access = (token: string, subject: string, permission: readonly string[]) => ({
  type: 'static',
  options: { token, subject },
  accessRestrictions: [{ plugin: 'deploy-windows', permission: [...permission] }],
});

export interface Server {
  /** What DEPLOY_WINDOWS_URL is set to. */
  readonly url: string;
  get(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

const PATIENCE = 60_000;

/** A real backend with real tokens and permissions, over entities of the test. */
export async function startServer(
  entities: readonly Entity[],
  deployWindows: JsonObject = {},
): Promise<Server> {
  const backend = await startTestBackend({
    features: [
      deployWindowsPlugin,
      catalogServiceMock.factory({ entities: withMemberships(entities).map(withUid) }),
      authServiceFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          deployWindows,
          backend: {
            baseUrl: 'http://localhost:7007',
            auth: {
              externalAccess: [
                documentedAccess(),
                access(TOKENS.asking, 'external:ci-asking', ['deploy-windows.decision.read']),
              ],
            },
          },
        },
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api/deploy-windows`;
  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`, {
      headers: { Authorization: `Bearer ${TOKENS.pipeline}` },
    });
    return response.json();
  };
  const end = Date.now() + PATIENCE;
  while (!(await hasTargets(get))) {
    if (Date.now() > end)
      throw new Error(`The catalog was not read: ${JSON.stringify(await get('/v1/status'))}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return { url, get, stop: () => backend.stop() };
}

async function hasTargets(get: Server['get']): Promise<boolean> {
  const status = (await get('/v1/status')) as { policy?: { targets?: number } };
  return (status.policy?.targets ?? 0) > 0;
}

export function entitiesIn(texts: Iterable<string>): readonly Entity[] {
  return (
    [...texts]
      .flatMap(text => [...parseAllDocuments(text)].map(document => document.toJS() as Entity))
      // A pack of checks, say, may lie beside them.
      .filter(entity => entity?.kind !== undefined && entity.kind !== 'Location')
  );
}

// As the catalog gives them: with an etag, by which changes are noticed.
function withUid(entity: Entity): Entity {
  return {
    ...entity,
    metadata: {
      namespace: 'default',
      ...entity.metadata,
      uid: stringifyEntityRef(entity),
      etag: 'as-first-seen',
    },
  };
}
