import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import catalogModule from 'backstage-plugin-catalog-backend-module-infra-overview';
import { Router } from 'express';
import request from 'supertest';
import deployWindowsPlugin from '../..';
import { aComponent } from '../../__testUtils__/entities';

jest.setTimeout(120_000);

const WEB = 'component:default/web';
const web = aComponent('web', {
  environments: [{ name: 'production' }],
  addons: [{ id: 'db', category: 'database', volatile: true }],
  backups: [{ id: 'daily', of: 'db', method: 'snapshot', frequency: 'P1D', retention: 'P7D' }],
  checklists: [{ id: 'launch', pack: 'tts-good-production-practices@1', stages: ['production'] }],
});
const source = { source: 'heroku', title: 'Heroku', state: 'ok', stale: false, dropped: [] };

describe('a portal whose infra-overview has sources', () => {
  let folder: string;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let facts: readonly object[] = [];
  const callers: string[] = [];
  const events = mockServices.events();

  const infraOverview = createBackendPlugin({
    pluginId: 'infra-overview',
    register: env =>
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter, httpAuth: coreServices.httpAuth },
        async init({ httpRouter, httpAuth }) {
          const router = Router();
          router.get('/v1/sources', (_, res) => res.json([{ ...source, words: 'Heroku' }]));
          router.get('/v1/observed', (req, res, next) => {
            httpAuth.credentials(req, { allow: ['service'] }).then(({ principal }) => {
              callers.push(principal.subject);
              const entityRef = [req.query.ref].flat().find(ref => ref === WEB);
              const drift = { different: 0, onlyDeclared: 0, onlyObserved: 0 };
              res.json({
                items: entityRef ? [{ entityRef, facts, driftCount: 0, drift, computedAt: 0 }] : [],
              });
            }, next);
          });
          httpRouter.use(router);
        },
      }),
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'observed-'));
    await writeFile(join(folder, 'catalog-info.yaml'), JSON.stringify(web));
    const data = {
      backend: { baseUrl: 'http://localhost:7007' },
      // Nothing comes of waiting for the next reading.
      deployWindows: { snapshot: { refresh: 'PT1H' } },
      catalog: {
        rules: [{ allow: ['Component'] }],
        processingInterval: { seconds: 1 },
        locations: [{ type: 'file', target: join(folder, 'catalog-info.yaml') }],
      },
    };
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModule,
        deployWindowsPlugin,
        infraOverview,
        // One for all plugins, as a portal has it.
        createServiceFactory({ service: eventsServiceRef, deps: {}, factory: () => events }),
        mockServices.rootConfig.factory({ data }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const evidence = async () => {
    const { body } = await request(backend.server)
      .get(`/api/deploy-windows/v1/readiness/subjects/${encodeURIComponent(`${WEB}#production`)}`)
      .set('Authorization', mockCredentials.service.header());
    const checks: readonly { id: string; evidence?: { kind: string; words: string } }[] =
      body.checks ?? [];
    return checks.find(({ id }) => id === 'backups.snapshots')?.evidence;
  };
  const until = async (kind: string) => {
    const end = Date.now() + 60_000;
    for (;;) {
      const found = await evidence();
      if (found?.kind === kind) return found;
      if (Date.now() > end) throw new Error(`was ${JSON.stringify(found)} in the end`);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  };

  it('judges by what is seen within seconds of being told, asked as a service', async () => {
    await until('declared');
    facts = [
      {
        path: 'addons[db]',
        environment: 'production',
        kind: 'last-backup',
        words: 'last backup 3 hours ago',
        value: new Date(Date.now() - 3 * 3_600_000).toISOString(),
        tone: 'good',
        source: 'heroku',
        at: Date.now(),
      },
    ];
    await events.publish({
      topic: 'infra-overview.observed-changed',
      eventPayload: { version: 1, entityRef: WEB },
    });
    expect((await until('observed')).words).toBe('last backup 3 hours ago, seen by Heroku');
    expect(new Set(callers)).toEqual(new Set(['plugin:deploy-windows']));
  });
});
