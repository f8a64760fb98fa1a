import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

const SCHEMA = 'infra-overview.io/v1alpha1';

const anEntity = (kind: string, name: string, spec: JsonObject, infra?: JsonObject): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { ...spec, ...(infra && { infra: { schema: SCHEMA, ...infra } }) },
});

export const aDomain = (name: string, infra?: JsonObject, spec: JsonObject = {}) =>
  anEntity('Domain', name, { owner: 'portal', ...spec }, infra);
export const aSystem = (name: string, infra?: JsonObject, spec: JsonObject = {}) =>
  anEntity('System', name, { owner: 'group:default/noipm-core-team', ...spec }, infra);
export const aComponent = (name: string, infra?: JsonObject, spec: JsonObject = {}) =>
  anEntity(
    'Component',
    name,
    { type: 'service', lifecycle: 'production', owner: 'group:default/noipm-core-team', ...spec },
    infra,
  );

/** What the customer was promised: deploys on Tuesdays at nine, at any other time they are told first. */
export const noipm = aSystem(
  'noipm',
  {
    deployPolicy: {
      timeZone: 'America/Chicago',
      audiences: [{ id: 'ipm', title: 'IPM staff', contacts: ['group:default/ipm-contacts'] }],
    },
    defaults: { environments: [{ id: 'how-we-deploy', deploy: { procedure: 'deploy' } }] },
    environments: [
      { name: 'ci', stage: 'ci', deploy: { trigger: 'push' } },
      { name: 'staging', stage: 'staging', deploy: { trigger: 'push' } },
      {
        name: 'production',
        stage: 'production',
        deploy: {
          openByDefault: true,
          impact: 'brief',
          expectedDuration: 'PT20M',
          windows: [
            {
              id: 'ipm-tuesdays',
              kind: 'notice',
              title: 'Agreed with IPM',
              audience: 'ipm',
              schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
            },
          ],
        },
      },
    ],
    procedures: [
      {
        id: 'deploy',
        title: 'Deploy a release',
        steps: [
          'Maintenance mode on',
          { text: 'Run migrations', condition: 'when there are any' },
          'Switch',
        ],
      },
    ],
  },
  { domain: 'city' },
);

export const city = aDomain('city');
export const complaints = aComponent('complaints', undefined, { system: 'noipm' });
export const lonely = aComponent('lonely');

export const organisation: readonly Entity[] = [city, noipm, complaints, lonely];
