import { anEntity, anOverview, link } from './readFixture';

const verified = {
  method: 'document',
  at: '2019-07-19',
  source: 'project-infrastructure page',
  cadence: 'P180D',
};

const system = {
  schema: 'infra-overview.io/v1alpha1',
  verified,
  deployPolicy: {
    timeZone: 'America/Chicago',
    audiences: [
      {
        id: 'ipm',
        title: 'IPM staff',
        contacts: ['group:default/ipm-contacts'],
        reason: 'not to interrupt their work',
      },
    ],
  },
  defaults: {
    environments: [
      {
        id: 'heroku-hobby',
        hosting: {
          platform: 'heroku',
          product: 'dynos',
          plan: 'hobby',
          isolation: 'shared Amazon instance; dynos isolated from each other',
        },
        maintenance: {
          duringDeploy: true,
          customPage: false,
          reason: 'nobody reaches the app during migrations',
        },
      },
    ],
  },
  environments: [
    { name: 'ci', stage: 'ci', deploy: { trigger: 'push', branch: 'master' } },
    {
      name: 'staging',
      stage: 'staging',
      deploy: {
        trigger: 'push',
        branch: 'the configured release branch',
        branchConfigurable: true,
      },
    },
    {
      name: 'production',
      stage: 'production',
      deploy: {
        trigger: 'manual',
        procedure: 'deploy',
        strategy: 'recreate',
        migrations: 'automatic',
        artifact: { kind: 'container' },
        impact: 'brief',
        openByDefault: true,
        windows: [
          {
            id: 'ipm-tuesdays',
            kind: 'notice',
            title: 'Agreed with IPM',
            audience: 'ipm',
            derived: true,
            note: 'end and zone are assumed',
            schedule: { days: ['tue'], from: '09:00', to: '10:00' },
          },
        ],
      },
    },
  ],
  credentialLocations: [
    {
      id: 'admin-accounts',
      what: 'User names and passwords of the admin accounts',
      store: '1password',
      access: ['group:default/noipm-core-team'],
      appliesTo: ['platform:heroku', 'platform:aws'],
    },
    {
      id: 'auth0-client',
      what: 'Auth0 secret key',
      store: 'aws-iam',
      delivery: 'assumed-role',
      since: '2019-09-25',
      appliesTo: ['auth'],
      access: ['group:default/noipm-core-team', 'contributors'],
      verified: { method: 'document', at: '2019-09-25', lines: '60-62' },
    },
    {
      id: 'google-maps',
      what: 'Google Maps API key',
      store: 'account',
      ref: 'account:noipm.infrastructure',
      holder: 'noipm.infrastructure Google account',
      appliesTo: ['maps'],
    },
  ],
  procedures: [
    {
      id: 'deploy',
      kind: 'deploy',
      duration: 'very quick',
      downtime: 'small, possible',
      automation: 'circleci',
      steps: [
        'Maintenance mode on',
        'Run migrations and seeds from CircleCI',
        'Deploy by switching the container',
        'Maintenance mode off',
      ],
    },
    {
      id: 'read-logs',
      kind: 'access',
      steps: ['Open the Heroku dashboard', 'Choose the environment', 'Add Ons', 'Papertrail'],
    },
  ],
  policies: [
    {
      id: 'no-local-secrets',
      topic: 'credentials',
      level: 'must-not',
      statement: 'Keep secrets on local computers',
      since: '2019-09-25',
    },
  ],
  risks: [
    {
      id: 'slow-recovery',
      about: 'environments[]',
      statement: 'A new server takes a little time to bring up',
      likelihood: 'unlikely but possible',
    },
  ],
  improvements: [
    {
      id: 'log-consolidation',
      about: 'observability.logs',
      status: 'planned',
      title: 'Settle log storage and alerting',
      options: ['Papertrail for storage and alerting', 'New Relic for error alerting'],
    },
  ],
  questions: [
    {
      id: 'restore',
      about: 'backups[]',
      statement: 'No restore procedure and no restore test is stated',
    },
    {
      id: 'window',
      about: 'environments[production].deploy.windows[ipm-tuesdays]',
      statement: 'No end, no time zone and no lead time is stated',
    },
    {
      id: 'concerns',
      about: 'links[]',
      statement: 'A page on concerns and considerations is named without a link',
    },
  ],
};

const component = {
  schema: 'infra-overview.io/v1alpha1',
  verified,
  defaults: {
    environments: [
      {
        id: 'two-servers',
        processes: [
          { name: 'web', role: 'web', instances: 1, failover: 'manual' },
          { name: 'worker', role: 'worker', instances: 1, failover: 'manual' },
        ],
      },
    ],
  },
  addons: [
    {
      id: 'db',
      category: 'database',
      product: 'heroku-postgresql',
      purpose: 'Data; officer and allegation search are queries here',
      availability: { instances: 1, redundancy: 'none', failover: 'none' },
      resourceRef: 'resource:default/noipm-postgres',
    },
    {
      id: 'search',
      category: 'search',
      product: 'elasticsearch',
      purpose: 'Searching cases',
      limits: ['No relevancy handling'],
    },
    {
      id: 'papertrail',
      category: 'logging',
      product: 'papertrail',
      sink: { durable: true, searchWindow: 'P7D' },
      access: 'Heroku dashboard, environment, Add Ons',
    },
    { id: 'sumologic', category: 'logging', product: 'sumologic' },
    { id: 'auth', category: 'auth', product: 'auth0', credentials: ['auth0-client'] },
    {
      id: 'circleci',
      category: 'ci',
      product: 'circleci',
      purpose: 'Runs migrations and seeds during a deploy',
    },
    { id: 'maps', category: 'maps', product: 'google-maps-api', credentials: ['google-maps'] },
  ],
  backups: [
    { id: 'continuous', of: 'db', method: 'continuous', pitr: { window: 'P4D' } },
    { id: 'daily', of: 'db', method: 'snapshot', frequency: 'P1D', retention: 'P28D' },
  ],
  domains: [
    { id: 'heroku-1', kind: 'provider-default', note: 'address lost in the source' },
    { id: 'heroku-2', kind: 'provider-default', note: 'address lost in the source' },
  ],
  observability: {
    logs: [
      {
        id: 'staging',
        environments: ['staging'],
        captures: ['request', 'response', 'error'],
        to: ['papertrail', 'sumologic'],
      },
      {
        id: 'production',
        environments: ['production'],
        captures: ['error'],
        to: ['papertrail', 'sumologic'],
      },
    ],
    alerts: [
      {
        id: 'web-errors',
        environments: ['staging', 'production'],
        source: 'papertrail',
        condition: { type: 'log-match', expression: 'app/web-1 error -"Invalid token"' },
        targets: [
          { channel: 'chat', name: 'Slack' },
          { channel: 'email', name: 'noipm mailbox' },
        ],
      },
    ],
  },
  requestPath: {
    nodes: [
      { id: 'client', kind: 'client' },
      { id: 'router', kind: 'router' },
      { id: 'web', kind: 'web', process: 'web' },
      { id: 'worker', kind: 'worker', process: 'worker' },
      { id: 'db', kind: 'database', addon: 'db' },
      { id: 'search', kind: 'search', addon: 'search' },
    ],
    edges: [
      { from: 'client', to: 'router' },
      { from: 'router', to: 'web' },
      { from: 'web', to: 'db' },
      { from: 'web', to: 'search' },
      { from: 'worker', to: 'db' },
    ],
  },
  behaviours: [
    {
      id: 'sign-in',
      topic: 'sign-in',
      statement: 'Tokens expire 8 hours after login whatever the activity',
      configurable: true,
      rationale: 'Long enough for a work day',
      requestedBy: 'a stakeholder',
    },
    {
      id: 'validation',
      topic: 'data-validation',
      statement: 'Input is validated on the client only',
    },
  ],
  risks: [
    {
      id: 'no-db-failover',
      about: 'addons[db]',
      statement: 'One database instance and no automatic failover',
    },
    {
      id: 'no-server-validation',
      about: 'environments[].processes[web]',
      statement: 'The server does not repeat all validations',
    },
  ],
};

const SYSTEM = 'system:default/noipm';
const COMPONENT = 'component:default/noipm-complaint-manager';

/** The project of the sample in the model's reference: a System with one Component. */
export const noipm = anOverview(
  anEntity(SYSTEM, 'NOIPM complaint manager', {
    owner: 'group:default/noipm-core-team',
    lifecycle: 'production',
  }),
  [link('system', SYSTEM, system, 'NOIPM')],
  [link('component', COMPONENT, component)],
);

/** The page of the Component: it inherits from its System. */
export const noipmComponent = anOverview(
  anEntity(COMPONENT, 'noipm-complaint-manager', { system: SYSTEM }),
  [link('system', SYSTEM, system, 'NOIPM'), link('component', COMPONENT, component)],
);
