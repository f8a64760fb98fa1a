import { coreServices, createBackendModule, createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import searchPlugin from '@backstage/plugin-search-backend';
import request from 'supertest';
import searchModule from '.';

jest.setTimeout(60_000);

const LOCATION = 'url:https://example.org/catalog.yaml';

const component = (name: string, infra: object): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations: { 'backstage.io/managed-by-location': LOCATION, 'backstage.io/managed-by-origin-location': LOCATION } },
  spec: { type: 'service', lifecycle: 'production', owner: 'core', infra: { schema: 'infra-overview.io/v1alpha1', ...infra } },
});

const entities = [
  component('complaints', {
    addons: [{ id: 'logs', product: 'papertrail' }],
    domains: [{ id: 'site', host: 'complaints.example.org' }],
  }),
  component('other', {}),
];

const provider = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test-provider',
  register(module) {
    module.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'test',
          connect: async connection =>
            connection.applyMutation({ type: 'full', entities: entities.map(entity => ({ entity, locationKey: 'test' })) }),
        });
      },
    });
  },
});

/** Runs what was scheduled when it is told to. */
const aScheduler = () => {
  const tasks: ((signal: AbortSignal) => unknown)[] = [];
  const factory = createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () =>
      mockServices.scheduler.mock({
        scheduleTask: async () => {},
        createScheduledTaskRunner: () => ({ run: async task => void tasks.push(task.fn) }),
      }),
  });
  const run = async () => {
    for (const task of tasks) await task(new AbortController().signal);
  };
  return { factory, run };
};

it.each(['Papertrail', 'complaints.example.org'])('the search finds a project by %s', async term => {
  const scheduler = aScheduler();
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      provider,
      searchPlugin,
      searchModule,
      scheduler.factory,
      mockServices.rootConfig.factory({ data: { backend: { baseUrl: 'http://localhost:7007' } } }),
    ],
  });
  const search = async () => {
    await scheduler.run();
    const { body } = await request(server)
      .get('/api/search/query')
      .query({ term, 'types[0]': 'infra-overview' })
      .set('Authorization', mockCredentials.user.header());
    return body.results ?? [];
  };

  let results: readonly { document: object }[] = [];
  for (const end = Date.now() + 20_000; results.length === 0 && Date.now() < end; ) {
    results = await search();
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  expect(results[0]?.document).toMatchObject({
    title: 'complaints',
    location: '/catalog/default/component/complaints/infrastructure',
  });
});
