import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';

const PATIENCE = 20_000;

export interface TestCatalog {
  /** The entity once it is there and fits; polls, and fails after a while with what it saw last. */
  entity(path: string, fits?: (entity: Entity) => boolean): Promise<Entity>;
  stop(): Promise<void>;
}

/** A real catalog that reads one file, with or without our module. */
export async function startCatalog(file: string, features: readonly BackendFeature[]): Promise<TestCatalog> {
  const data = {
    backend: { baseUrl: 'http://localhost:7007' },
    catalog: {
      rules: [{ allow: ['Domain', 'System', 'Component', 'Resource', 'Location'] }],
      processingInterval: { seconds: 1 },
      locations: [{ type: 'file', target: file }],
    },
  };
  const backend = await startTestBackend({
    features: [catalogPlugin, mockServices.rootConfig.factory({ data }), ...features],
  });
  const get = async (path: string) =>
    request(backend.server)
      .get(`/api/catalog/entities/by-name/${path}`)
      .set('Authorization', mockCredentials.service.header());

  return {
    async entity(path, fits = () => true) {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const { status, body } = await get(path);
        if (status === 200 && fits(body)) return body;
        if (Date.now() > end) throw new Error(`${path} did not come to what was expected: ${status} ${JSON.stringify(body).slice(0, 2000)}`);
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
    stop: () => backend.stop(),
  };
}
