/** A project of two environments, invented. */
export const SHOP = {
  schema: 'infra-overview.io/v1alpha1',
  verified: {
    method: 'document',
    at: '2019-07-19',
    source: 'https://docs.example/shop',
    lines: '1-60',
  },
  environments: [
    {
      name: 'staging',
      stage: 'staging',
      hosting: { platform: 'heroku', plan: 'basic' },
      processes: [{ name: 'web', role: 'web', instances: 1 }],
      deploy: { trigger: 'push', branch: 'main' },
    },
    {
      name: 'production',
      stage: 'production',
      hosting: { platform: 'heroku', plan: 'standard', app: 'shop-production' },
      processes: [
        { name: 'web', role: 'web', instances: 2 },
        { name: 'worker', role: 'worker', instances: 1 },
      ],
      deploy: { trigger: 'manual', by: ['role:maintainer'], procedure: 'release' },
    },
  ],
  addons: [
    {
      id: 'db',
      category: 'database',
      product: 'PostgreSQL',
      verified: { method: 'document', at: '2019-07-19', source: 'project page', lines: '24-28' },
    },
    { id: 'search', category: 'search', product: 'Elasticsearch', environments: ['production'] },
  ],
  backups: [{ id: 'daily', of: 'db', method: 'snapshot', retention: 'P28D' }],
  credentialLocations: [],
  requestPath: {
    nodes: [
      { id: 'client', kind: 'client', label: 'Client' },
      { id: 'web', kind: 'web', process: 'web', label: 'web' },
      { id: 'db', kind: 'database', addon: 'db', label: 'Postgres' },
      { id: 'worker', kind: 'worker', process: 'worker', label: 'worker' },
    ],
    edges: [
      { from: 'client', to: 'web', ports: [443] },
      { from: 'web', to: 'db', ports: [5432] },
      { from: 'worker', to: 'db' },
    ],
  },
  procedures: [
    {
      id: 'release',
      title: 'Release to production',
      kind: 'deploy',
      steps: [{ text: 'Tell the team' }, { text: 'Press deploy' }],
    },
  ],
  risks: [{ id: 'one-db', statement: 'The database has no standby', about: 'addons[db]' }],
  improvements: [{ id: 'standby', title: 'Add a standby', about: 'addons[db]', status: 'planned' }],
  questions: [{ id: 'restore', statement: 'When was a restore last tried?', about: 'addons[db]' }],
};

/** A standard for others, invented. */
export const STANDARD = {
  schema: 'infra-overview.io/v1alpha1',
  verified: { method: 'human', at: '2026-01-05', by: 'role:owner' },
  platforms: [{ id: 'heroku', title: 'Heroku', status: 'allowed' }],
  addons: [{ id: 'logs', category: 'logging', product: 'Papertrail' }],
};
