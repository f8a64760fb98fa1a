import type { JsonObject } from '@backstage/types';
import type { Draw } from './draw';

type Service = readonly [id: string, category: string, product: string];

const DATABASE: Service = ['db', 'database', 'heroku-postgresql'];
const LOG_STORE: Service = ['logs', 'logging', 'papertrail'];
const OTHERS: readonly Service[] = [
  ['cache', 'cache', 'heroku-redis'],
  ['errors', 'errors', 'sentry'],
  ['search', 'search', 'elasticsearch'],
  ['files', 'storage', 'aws-s3'],
  ['auth', 'auth', 'auth0'],
  ['ci', 'ci', 'circleci'],
  ['cdn', 'cdn', 'cloudfront'],
  ['apm', 'apm', 'newrelic'],
  ['queue', 'queue', 'cloudamqp'],
  ['maps', 'maps', 'google-maps-api'],
];

const DAILY = { id: 'daily', of: 'db', method: 'snapshot', frequency: 'P1D', retention: 'P28D' };

/** What one service runs and talks to: 3 to 12 add-ons, and a backup where somebody thought of it. */
export function syntheticService(draw: Draw, project: string): JsonObject {
  const addons = [
    DATABASE,
    LOG_STORE,
    ...OTHERS.slice(0, 1 + draw.number('add-ons', OTHERS.length)),
  ];
  return {
    verified: { method: 'document', at: '2025-03-01', source: 'service page' },
    defaults: {
      environments: [
        {
          id: 'servers',
          processes: [
            { name: 'web', role: 'web', instances: 1 + draw.number('web', 3), failover: 'manual' },
            { name: 'worker', role: 'worker', instances: 1 },
          ],
        },
      ],
    },
    addons: addons.map(([id, category, product]) => ({
      id,
      category,
      product,
      plan: draw.pick(`plan ${id}`, ['mini', 'basic', 'standard-0']),
      ...(category === 'database' && { availability: { instances: 1, redundancy: 'none' } }),
      ...(category === 'logging' && { sink: { durable: true, searchWindow: 'P7D' } }),
    })),
    ...backups(draw),
    domains: [
      {
        id: 'main',
        host: `${project}.example.org`,
        kind: 'custom',
        ...(draw.chance('expiry', 0.6) && {
          tls: { source: 'letsencrypt', expires: '2027-02-01' },
        }),
      },
    ],
    observability: {
      logs: [{ id: 'all', captures: ['request', 'error'], to: ['logs'] }],
      ...(draw.chance('alert', 0.7) && {
        alerts: [
          {
            id: 'errors',
            source: 'logs',
            condition: { type: 'log-match', expression: 'status=500' },
            targets: [{ channel: 'chat', name: `${project}-alerts` }],
          },
        ],
      }),
    },
    requestPath: {
      nodes: [
        { id: 'client', kind: 'client' },
        { id: 'router', kind: 'router' },
        { id: 'web', kind: 'web', process: 'web' },
        { id: 'worker', kind: 'worker', process: 'worker' },
        { id: 'db', kind: 'database', addon: 'db' },
      ],
      edges: [
        { from: 'client', to: 'router', ports: [443], protocol: 'https' },
        { from: 'router', to: 'web' },
        { from: 'web', to: 'db' },
        { from: 'worker', to: 'db' },
      ],
    },
    behaviours: [
      { id: 'sign-in', topic: 'sign-in', statement: 'A session ends after eight hours' },
    ],
    runtimes: [
      { id: 'python', name: 'python', version: draw.pick('python', ['3.8', '3.11', '3.13']) },
    ],
  };
}

function backups(draw: Draw): JsonObject {
  switch (draw.pick('backup', ['both', 'daily', 'daily', 'none', 'unstated'])) {
    case 'both':
      return {
        backups: [
          DAILY,
          { id: 'continuous', of: 'db', method: 'continuous', pitr: { window: 'P4D' } },
        ],
      };
    case 'daily':
      return { backups: [DAILY] };
    case 'none':
      return { backups: [] };
    default:
      return {};
  }
}
