import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  fleetQuerySchema,
  parseWire,
  toCsv,
  type FleetQuery,
} from 'backstage-plugin-infra-overview-common';
import type { ApiRouter } from '../schema/apiRouter';
import type { FleetService } from './FleetService';

export interface FleetRoutesOptions {
  readonly httpAuth: HttpAuthService;
  readonly fleet: FleetService;
}

export function addFleetRoutes(router: ApiRouter, { httpAuth, fleet }: FleetRoutesOptions): void {
  router.get('/v1/fleet', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(await fleet.fleet(readQuery(req.query), { credentials }));
  });

  router.get('/v1/fleet/facets', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(await fleet.facets({ credentials }));
  });

  router.get('/v1/fleet.csv', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const pages = fleet.all(readQuery(req.query), { credentials })[Symbol.asyncIterator]();
    // The first page decides between an answer and an error; after it the head of the answer has left.
    const first = await pages.next();
    res.type('text/csv').attachment('fleet.csv');
    const head = toCsv([]);
    res.write(head);
    for (let page = first; !page.done; page = await pages.next())
      res.write(toCsv(page.value).slice(head.length));
    res.end();
  });
}

function readQuery(query: { readonly missing?: readonly string[] }): FleetQuery {
  // `missing=a&missing=b,c` reaches us as two texts.
  const missing = query.missing?.flatMap(text => text.split(','));
  return parseWire(fleetQuerySchema, { ...query, ...(missing && { missing }) });
}
