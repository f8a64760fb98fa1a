import { http, HttpResponse, type RequestHandler } from 'msw';
import { API, DATA } from './aSource';

const scope = { 'Oauth-Scope': 'read' };
export const told = (body: object, headers: Record<string, string> = {}) =>
  HttpResponse.json(body as never, { headers: { ...scope, ...headers } });

const app = (id: string, name: string) => ({
  id,
  name,
  maintenance: false,
  region: { name: 'us' },
  stack: { name: 'heroku-24' },
  space: null,
});
const coupling = (id: string, stage: string) => ({
  app: { id },
  pipeline: { id: 'pipe-1' },
  stage,
});

export const POSTGRES = {
  id: 'pg-1',
  name: 'postgresql-curved-1',
  app: { id: 'app-1' },
  addon_service: { name: 'heroku-postgresql' },
  plan: { name: 'heroku-postgresql:standard-0' },
  billed_price: { cents: 5000, unit: 'month' },
  state: 'provisioned',
  config_vars: ['DATABASE_URL'],
};

/** A shop in a pipeline of three, a stranger outside it, one database that two of them share. */
export const ANSWERS: Readonly<Record<string, object>> = {
  '/apps': [
    app('app-1', 'shop'),
    app('app-2', 'shop-staging'),
    app('app-3', 'shop-pr-7'),
    app('app-9', 'stranger'),
  ],
  '/pipelines': [{ id: 'pipe-1', name: 'shop' }],
  '/pipeline-couplings': [
    coupling('app-1', 'production'),
    coupling('app-2', 'staging'),
    coupling('app-3', 'review'),
  ],
  '/addons': [POSTGRES],
  '/addon-attachments': [
    { addon: { id: 'pg-1' }, app: { id: 'app-1' }, name: 'DATABASE' },
    { addon: { id: 'pg-1' }, app: { id: 'app-2' }, name: 'REPORTING' },
  ],
  '/apps/*/formation': [{ type: 'web', quantity: 2, size: 'Basic' }],
  '/apps/*/domains': [{ id: 'd-1', hostname: 'www.shop.example', kind: 'custom' }],
  '/apps/*/sni-endpoints': [
    { ssl_cert: { acm: true, expires_at: '2027-01-02T03:04:05Z' }, domains: ['d-1'] },
  ],
  '/apps/*/log-drains': [],
  '/pipelines/*/latest-deployments': [
    { app: { id: 'app-1' }, created_at: '2026-11-20T10:00:00Z', status: 'succeeded' },
  ],
  '/pipelines/*/review-apps': [{ status: 'created' }],
  '/pipelines/*/test-runs': [],
  '/client/v11/apps/*/transfers': [],
  '/client/v11/databases/*/transfer-schedules': [],
  '/client/v11/databases/*': { info: [{ name: 'Status', values: ['Available'] }] },
};

export function herokuHandlers(asked: string[] = []): RequestHandler[] {
  const known = Object.entries(ANSWERS).map(([path, body]) =>
    http.get(`${path.startsWith('/client') ? DATA : API}${path}`, ({ request }) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return told(body);
    }),
  );
  const noSuchApp = http.get(`${API}/apps/:app`, () => new HttpResponse('', { status: 404 }));
  return [...known, noSuchApp];
}
