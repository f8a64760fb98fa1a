/** A document with something in every section and every list; invented. What tests look for is its paths, so ids are plain. */
export const WHOLE = {
  schema: 'infra-overview.io/v1alpha1',
  verified: { method: 'document', at: '2026-03-01', source: 'handbook' },
  tier: 2,
  environments: [
    {
      name: 'production',
      stage: 'production',
      hosting: { platform: 'heroku', product: 'dynos', plan: 'standard' },
      exposure: { level: 'public' },
      dataRules: [{ id: 'real', level: 'must', statement: 'Only here is real data' }],
      wipe: 'P30D',
      processes: [{ name: 'web', role: 'web', instances: 2 }],
      deploy: {
        trigger: 'manual',
        by: ['role:maintainer'],
        procedure: 'release',
        windows: [
          {
            id: 'tuesdays',
            kind: 'allow',
            schedule: { days: ['tue'], from: '09:00', to: '10:00' },
            timeZone: 'America/Chicago',
          },
        ],
        freezes: [
          {
            id: 'inventory',
            kind: 'freeze',
            reason: 'Stock is counted',
            schedule: { type: 'once', start: '2026-12-20T00:00', end: '2026-12-27T00:00' },
            timeZone: 'America/Chicago',
          },
        ],
        busyHours: [
          {
            id: 'lunch',
            kind: 'notice',
            schedule: { days: ['mon'], from: '11:00', to: '13:00' },
            timeZone: 'America/Chicago',
          },
        ],
      },
    },
    {
      name: 'staging',
      stage: 'staging',
      hosting: { platform: 'heroku' },
      processes: [{ name: 'preview', role: 'web', instances: 1 }],
    },
  ],
  deployPolicy: {
    timeZone: 'America/Chicago',
    audiences: [
      { id: 'desk', title: 'Service desk', contacts: ['group:default/desk'], lead: '2bd' },
    ],
    windows: [
      { id: 'office', kind: 'allow', schedule: { days: ['mon'], from: '08:00', to: '18:00' } },
    ],
    freezes: [
      {
        id: 'year-end',
        schedule: { type: 'once', start: '2026-12-31T00:00', end: '2027-01-02T00:00' },
      },
    ],
  },
  addons: [
    {
      id: 'db',
      category: 'database',
      product: 'postgresql',
      plan: 'mini',
      purpose: 'Orders',
      availability: { instances: 1, failover: 'none' },
      credentials: ['db-login'],
    },
    { id: 'logs', category: 'logging', product: 'papertrail' },
  ],
  backups: [
    {
      id: 'nightly',
      of: 'db',
      method: 'snapshot',
      frequency: 'P1D',
      procedure: 'restore',
      lastRestoreTest: { status: 'never' },
    },
  ],
  credentialLocations: [
    {
      id: 'db-login',
      what: 'Login of the database',
      store: 'vault',
      ref: 'vault:projects/orders#database',
      appliesTo: ['db', 'environment:production'],
      rotation: { cadence: 'P90D' },
    },
  ],
  domains: [
    {
      id: 'site',
      host: 'orders.example.org',
      kind: 'custom',
      tls: { source: 'letsencrypt', autoRenew: true, redirectHttp: false },
    },
  ],
  observability: {
    logs: [{ id: 'app', captures: ['request', 'error'], to: ['logs'] }],
    monitors: [
      { id: 'home', kind: 'uptime', target: 'https://orders.example.org', interval: 'PT1M' },
    ],
    alerts: [
      {
        id: 'down',
        monitors: ['home'],
        targets: [{ channel: 'sms', to: 'role:maintainer' }],
        runbook: 'restore',
      },
    ],
    channels: [{ id: 'room', kind: 'chat', provider: 'slack', reachesPerson: false }],
  },
  procedures: [
    {
      id: 'release',
      title: 'Release',
      kind: 'deploy',
      who: ['role:maintainer'],
      steps: ['Tell the desk', { text: 'Press deploy', by: 'role:maintainer' }],
    },
    {
      id: 'restore',
      title: 'Restore the database',
      kind: 'restore',
      steps: ['Take the newest snapshot'],
    },
  ],
  policies: [
    {
      id: 'no-local-secrets',
      topic: 'credentials',
      level: 'must-not',
      statement: 'Keep secrets on laptops',
    },
  ],
  checklists: [
    {
      id: 'launch',
      title: 'Before launch',
      items: [
        { id: 'backups-tried', group: 'Data', level: 'must', statement: 'A restore was tried' },
        { id: 'pretty-errors', group: 'Pages', level: 'should', statement: 'Error pages help' },
      ],
    },
  ],
  conformance: [{ item: 'backups-tried', status: 'not-met', text: 'Planned for spring' }],
  defaults: {
    environments: [{ id: 'region', hosting: { region: 'eu' } }],
    processes: [{ id: 'size', when: { roles: ['web'] }, size: 'small' }],
  },
  platforms: [{ id: 'heroku', title: 'Heroku', status: 'preferred', caveats: ['Restarts daily'] }],
  accounts: [
    {
      id: 'sandbox',
      kind: 'sandbox',
      provider: 'aws',
      rules: [{ id: 'ask', statement: 'Ask first' }],
      dataRules: [{ id: 'no-names', level: 'must-not', statement: 'Store names' }],
      request: 'https://ask.example.org',
    },
  ],
  access: {
    people: [{ id: 'deployers', who: 'developers who deploy', method: 'SSH key' }],
    systemUsers: [{ id: 'app', name: 'appuser' }],
    root: { ssh: false },
  },
  network: { boundary: 'per VPC', securityGroups: [{ id: 'web', rule: '443 from anywhere' }] },
  support: {
    hours: 'Monday to Friday',
    contacts: [{ id: 'desk', who: 'group:default/desk', for: 'everything' }],
    channels: [{ id: 'help', name: 'Help room' }],
    escalation: [
      { id: 'night', for: 'infrastructure', to: 'group:default/on-call', after: 'PT15M' },
    ],
  },
  security: { reviews: [{ id: 'first', kind: 'launch', at: '2026-01-10' }], penTest: 'none' },
  capacity: {
    events: [{ id: 'sale', title: 'Winter sale', at: '2026-12-01' }],
    loadTests: [{ id: 'checkout', environment: 'staging', cadence: 'P90D' }],
  },
  compliance: {
    classification: 'internal',
    dataClasses: [{ id: 'customers', title: 'Customer data', sensitive: true }],
    documents: [{ id: 'record', title: 'Record of processing' }],
    atoRules: [{ id: 'renew', statement: 'Renew every three years' }],
  },
  cost: {
    billing: 'the shop pays',
    limits: [{ id: 'month', limit: { amount: 500, currency: 'USD', per: 'month' } }],
    rules: [{ id: 'tell', statement: 'Tell before spending more' }],
  },
  improvements: [
    {
      id: 'standby',
      title: 'Add a standby',
      status: 'planned',
      about: 'addons[db]',
      issue: 'https://code.example/issues/701',
    },
  ],
  risks: [
    {
      id: 'one-db',
      statement: 'The database has no standby',
      about: 'addons[db]',
      likelihood: 'unlikely but possible',
    },
  ],
  questions: [{ id: 'restore', statement: 'When was a restore last tried?', about: 'backups[]' }],
  decisions: [
    { id: 'heroku', title: 'Stay on Heroku', decision: 'We stay another year', at: '2026-02-02' },
  ],
  behaviours: [
    {
      id: 'sign-in',
      topic: 'sign-in',
      statement: 'Tokens expire after 8 hours',
      requestedBy: 'a stakeholder',
    },
  ],
  jobs: [
    { id: 'digest', what: 'Sends the weekly digest', schedule: 'Mondays at 6', runner: 'web' },
  ],
  runtimes: [{ id: 'node', name: 'Node.js', version: '22', endOfLife: '2026-04-30' }],
  topologies: [{ id: 'single', title: 'One server', useWhen: 'traffic is low' }],
  glossary: [{ id: 'sku', term: 'SKU', meaning: 'One kind of thing we sell' }],
  links: [
    { id: 'handbook', title: 'Handbook', url: 'https://docs.example.org' },
    { id: 'concerns', title: 'Concerns page' },
  ],
  notes: [{ id: 'history', text: 'Moved here in 2019', about: 'environments[production]' }],
};
