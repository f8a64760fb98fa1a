import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  failureQuerySchema,
  impactQuerySchema,
  parseWire,
} from 'backstage-plugin-infra-overview-common';
import type { ApiRouter } from '../schema/apiRouter';
import type { ImpactService } from './ImpactService';

export interface ImpactRoutesOptions {
  readonly httpAuth: HttpAuthService;
  readonly impact: ImpactService;
}

export function addImpactRoutes(
  router: ApiRouter,
  { httpAuth, impact }: ImpactRoutesOptions,
): void {
  router.get('/v1/overview/:kind/:namespace/:name/failure', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const asked = parseWire(failureQuerySchema, req.query);
    res.json(await impact.failure(stringifyEntityRef(req.params), asked, { credentials }));
  });

  router.get('/v1/impact', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const asked = parseWire(impactQuerySchema, req.query);
    res.json(await impact.fleetImpact(asked, { credentials }));
  });
}
