import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import catalogModule from 'backstage-plugin-catalog-backend-module-infra-overview';
import request from 'supertest';
import deployWindowsPlugin from '..';
import { aComponent, aDomain, aSystem } from '../__testUtils__/entities';

jest.setTimeout(120_000);

const TITLE = 'Data that cannot be rebuilt is copied regularly';
const production = {
  name: 'production',
  processes: [{ name: 'web', role: 'web', instances: { min: 1 } }],
};
const db = { id: 'db', category: 'database', volatile: true };
const daily = { id: 'daily', of: 'db', method: 'snapshot', frequency: 'P1D', retention: 'P28D' };

const entities = (infra: JsonObject): readonly Entity[] => [
  aDomain('city', {
    deployPolicy: { readiness: 'enforce' },
    checklists: [{ id: 'launch', pack: 'tts-good-production-practices@1', stages: ['production'] }],
  }),
  aSystem('noipm', { environments: [production] }, { domain: 'city' }),
  aComponent('complaints', infra, { system: 'noipm' }),
];

/** Asks until it fits, and says how long that took. */
async function until<T>(ask: () => Promise<T>, fits: (found: T) => boolean, patience: number) {
  const start = Date.now();
  for (;;) {
    const found = await ask();
    if (fits(found)) return { found, after: Date.now() - start };
    if (Date.now() - start > patience)
      throw new Error(`was ${JSON.stringify(found)?.slice(0, 2_000)} after ${patience} ms`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe('a portal with a catalog', () => {
  let folder: string;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  const events = mockServices.events();
  const told: unknown[] = [];
  const write = (infra: JsonObject) =>
    writeFile(
      join(folder, 'catalog-info.yaml'),
      entities(infra)
        .map(entity => JSON.stringify(entity))
        .join('\n---\n'),
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readiness-'));
    await write({ addons: [db] });
    const data = {
      backend: { baseUrl: 'http://localhost:7007' },
      // Nothing comes of waiting for the next reading.
      deployWindows: { snapshot: { refresh: 'PT1H' } },
      catalog: {
        rules: [{ allow: ['Domain', 'System', 'Component'] }],
        processingInterval: { seconds: 1 },
        locations: [{ type: 'file', target: join(folder, 'catalog-info.yaml') }],
      },
    };
    await events.subscribe({
      id: 'test',
      topics: ['infra-overview.document-changed'],
      onEvent: async ({ eventPayload }) => void told.push(eventPayload),
    });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModule,
        deployWindowsPlugin,
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

  const ask = async (path: string) =>
    (await request(backend.server).get(path).set('Authorization', mockCredentials.service.header()))
      .body;
  const open = async () =>
    (
      await ask(
        '/api/deploy-windows/v1/decision?entity=component:default/complaints&environment=production',
      )
    ).readiness as { readonly verdict: string; readonly open?: readonly string[] } | undefined;

  it('has a verdict in the decision, and another within ten seconds of the catalog', async () => {
    const first = await until(open, found => found?.open?.includes(TITLE) === true, 60_000);
    expect(first.found?.verdict).toBe('not-ready');

    told.length = 0;
    await write({ addons: [db], backups: [daily] });
    await until(
      async () => (await ask('/api/catalog/entities/by-name/component/default/complaints')).spec,
      spec => spec?.infra?.backups !== undefined,
      60_000,
    );
    const second = await until(open, found => found?.open?.includes(TITLE) === false, 10_000);
    expect(told).toEqual([{ entityRef: 'component:default/complaints' }]);
    expect(second.after).toBeLessThan(10_000);
  });
});
