import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { comparisonQuerySchema, parseWire } from 'backstage-plugin-infra-overview-common';
import type { ApiRouter } from '../schema/apiRouter';
import type { OverviewService } from './OverviewService';

export interface OverviewRoutesOptions {
  readonly httpAuth: HttpAuthService;
  readonly overviews: OverviewService;
}

export function addOverviewRoutes(
  router: ApiRouter,
  { httpAuth, overviews }: OverviewRoutesOptions,
): void {
  router.get('/v1/overview/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const { body, etag } = await overviews.overview(stringifyEntityRef(req.params), {
      credentials,
    });
    res.set({ ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' });
    // Express answers 304 by itself when the request names this ETag.
    res.type('json').send(body);
  });

  router.get('/v1/overview/:kind/:namespace/:name/compare', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const environments = parseWire(comparisonQuerySchema, req.query);
    res.json(
      await overviews.compare(stringifyEntityRef(req.params), environments, { credentials }),
    );
  });
}
