import type { Entity } from '@backstage/catalog-model';
import { drawFrom } from './draw';
import { syntheticEntity } from './syntheticEntity';

/** An organisation's standard: platforms, an add-on for every project, defaults, rules. */
export function syntheticDomain(seed: number, index: number): Entity {
  const draw = drawFrom(`${seed}/domain/${index}`);
  return syntheticEntity('Domain', `area-${index}`, {
    title: `Area ${index}`,
    spec: { owner: `group:default/team-${draw.number('owner', 40)}` },
    infra: {
      verified: { method: 'human', at: '2026-05-04', cadence: 'P1Y' },
      platforms: [
        {
          id: 'heroku',
          status: 'preferred',
          provides: { domains: [{ id: 'https', tls: { redirectHttp: true, autoRenew: true } }] },
        },
        { id: 'aws', status: 'allowed', caveats: ['No external support'] },
        { id: 'engineyard', status: 'legacy', useWhen: 'virtual machines of legacy applications' },
        { id: '*', status: 'prohibited' },
      ],
      defaults: {
        environments: [
          { id: 'stack', when: { platforms: ['heroku'] }, hosting: { stack: 'heroku-24' } },
        ],
        processes: [{ id: 'web', when: { roles: ['web'] }, server: 'gunicorn' }],
      },
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
          statement: 'Servers restart without losing requests',
        },
        {
          id: 'project-tag',
          topic: 'tagging',
          level: 'must',
          statement: 'Every resource has a Project tag',
        },
      ],
      deployPolicy: {
        timeZone: draw.pick('zone', ['Europe/Brussels', 'America/New_York', 'America/Chicago']),
        freezes: [
          {
            id: 'year-end',
            kind: 'freeze',
            stages: ['production'],
            reason: 'The books are closed',
            schedule: { type: 'once', start: '2026-12-20T00:00', end: '2027-01-04T06:00' },
          },
        ],
      },
    },
  });
}
