import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { fleetDriftQuerySchema, parseWire } from 'backstage-plugin-infra-overview-common';
import type { ApiRouter } from '../schema/apiRouter';
import { DRIFT_CSV_HEAD, driftCsv } from './driftCsv';
import type { FleetDriftService } from './FleetDriftService';

export interface DriftRoutesOptions {
  readonly httpAuth: HttpAuthService;
  readonly fleetDrift: FleetDriftService;
}

export function addDriftRoutes(
  router: ApiRouter,
  { httpAuth, fleetDrift }: DriftRoutesOptions,
): void {
  router.get('/v1/drift', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(await fleetDrift.page(parseWire(fleetDriftQuerySchema, req.query), { credentials }));
  });

  router.get('/v1/drift.csv', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const query = parseWire(fleetDriftQuerySchema, req.query);
    const pages = fleetDrift.all(query, { credentials })[Symbol.asyncIterator]();
    // The first page decides between an answer and an error; after it the head of the answer has left.
    const first = await pages.next();
    res.type('text/csv').attachment('drift.csv');
    res.write(DRIFT_CSV_HEAD);
    for (let page = first; !page.done; page = await pages.next()) res.write(driftCsv(page.value));
    res.end();
  });
}
