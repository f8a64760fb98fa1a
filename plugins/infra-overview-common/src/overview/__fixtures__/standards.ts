import { anEntity, anOverview, link } from './readFixture';

const services = {
  schema: 'infra-overview.io/v1alpha1',
  platforms: [
    { id: 'heroku', status: 'preferred', note: 'also hosts the databases' },
    { id: 'engineyard', status: 'legacy', useWhen: 'virtual machines of legacy applications' },
    { id: '*', status: 'prohibited' },
  ],
  defaults: { environments: [{ id: 'heroku', hosting: { platform: 'heroku' } }] },
  addons: [
    { id: 'uptime', category: 'uptime', product: 'alertra', selection: 'always' },
    { id: 'mail', category: 'mail', product: 'mailgun' },
  ],
  observability: {
    alerts: [
      {
        id: 'down',
        source: 'uptime',
        condition: { type: 'uptime' },
        targets: [{ channel: 'sms', to: 'role:maintainer' }],
      },
    ],
  },
  policies: [
    {
      id: 'hot-restart',
      topic: 'deploy',
      level: 'must',
      statement: 'Application servers support hot restarts',
    },
  ],
};

const DOMAIN = 'domain:default/applications';

/** A standard: services in use, one alert for every project, a legacy platform. */
export const standard = anOverview(anEntity(DOMAIN, 'Operating applications'), [
  link('domain', DOMAIN, services),
]);

/** A project below it that says little itself. */
export const inheriting = anOverview(anEntity('system:default/shop', 'Shop', { domain: DOMAIN }), [
  link('domain', DOMAIN, services, 'Operating applications'),
  link('system', 'system:default/shop', {
    schema: 'infra-overview.io/v1alpha1',
    environments: [{ name: 'live', hosting: { platform: 'engineyard' } }],
    backups: [],
    addons: [{ id: 'mail', notNeeded: 'sends no e-mail' }],
  }),
]);
