import { anEntity, anOverview, link } from './readFixture';

const infra = {
  schema: 'infra-overview.io/v1alpha1',
  status: 'draft',
  verified: { method: 'document', at: '2020-12-08' },
  environments: [
    {
      name: 'production',
      stage: 'production',
      derived: true,
      hosting: { platform: 'heroku' },
      processes: [
        {
          name: 'web',
          role: 'web',
          instances: { words: 'many' },
          autoscaling: { by: 'hirefire', rule: 'by time of day and requests per minute' },
        },
        { name: 'scheduler', role: 'one-off' },
        { name: 'worker', role: 'worker' },
      ],
    },
  ],
  addons: [
    { id: 'cloudflare', category: 'dns', product: 'cloudflare' },
    {
      id: 'db',
      category: 'database',
      product: 'postgresql',
      availability: { replicas: 1, redundancy: 'replica' },
      note: 'the replica heading is empty',
    },
    { id: 'jobs', category: 'queue', product: 'delayed_job', storedIn: 'db' },
    { id: 's3', category: 'storage', product: 'aws-s3', count: 'several' },
    {
      id: 'sendinblue',
      category: 'marketing',
      product: 'sendinblue',
      operators: ['marketing team'],
    },
    { id: 'hirefire', category: 'autoscaler', product: 'hirefire' },
    { id: 'cloudfront', category: 'cdn', product: 'aws-cloudfront' },
  ],
  backups: [{ id: 's3', of: 's3', method: 'none', derived: true }],
  domains: [{ id: 'main', host: 'listminut.be', kind: 'custom', dns: { provider: 'Cloudflare' } }],
  requestPath: {
    nodes: [
      { id: 'client', kind: 'client', variants: ['web client', 'mobile client'] },
      { id: 'cloudflare', kind: 'dns', addon: 'cloudflare' },
      { id: 'router', kind: 'router', label: 'Heroku router' },
      { id: 'web', kind: 'web', process: 'web' },
      { id: 'db', kind: 'database', addon: 'db' },
      { id: 's3', kind: 'storage', addon: 's3' },
      { id: 'worker', kind: 'worker', process: 'worker' },
    ],
    edges: [
      { from: 'client', to: 'cloudflare', protocol: 'https', ports: [443] },
      { from: 'cloudflare', to: 'router' },
      { from: 'router', to: 'web', behaviour: 'chosen at random' },
      { from: 'web', to: 'db', condition: 'depends on the request' },
      { from: 'web', to: 's3', condition: 'depends on the request' },
      { from: 'worker', to: 'db' },
    ],
  },
  improvements: [
    {
      id: 'stack',
      status: 'planned',
      about: 'environments[].hosting.stack',
      title: 'Upgrade the Heroku stack',
      issue: 'https://github.com/listminut/listminutv3/issues/701',
    },
    {
      id: 'load-balancer',
      status: 'possible',
      about: 'requestPath.nodes[router]',
      title: 'Add a load balancer',
    },
  ],
  risks: [
    {
      id: 'shared-db',
      about: 'addons[db]',
      derived: true,
      statement: 'Queue and data share one database',
    },
  ],
};

const SYSTEM = 'system:default/listminut';

/** What is special in the second sample: one System that says everything itself, many things not stated. */
export const listminut = anOverview(
  anEntity(SYSTEM, 'ListMinut', { owner: 'group:default/listminut' }),
  [link('system', SYSTEM, infra)],
);
