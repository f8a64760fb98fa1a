import { effectiveInfra } from '../effective';
import { aChainLink } from '../testUtils';
import { wantedApps } from './wantedApps';

it('names the apps of environments whose platform is known', () => {
  const effective = effectiveInfra([
    aChainLink('domain', {
      defaults: {
        environments: [
          { id: 'all', when: { stages: ['staging'] }, hosting: { platform: 'Heroku' } },
        ],
      },
    }),
    aChainLink('system', {
      environments: [
        { name: 'staging', hosting: { app: 'shop-s' } },
        { name: 'production', hosting: { platform: 'heroku', app: ' shop ' } },
        { name: 'review', hosting: { app: 'no-platform' } },
        { name: 'test', hosting: { platform: 'heroku' } },
        { name: 'ci', hosting: { platform: 'heroku', app: ' ' } },
        { name: 'old', notNeeded: 'moved', hosting: { platform: 'heroku', app: 'shop-old' } },
      ],
    }),
  ]);
  expect(wantedApps(effective)).toEqual([
    { platform: 'heroku', app: 'shop', environment: 'production' },
    { platform: 'heroku', app: 'shop-s', environment: 'staging' },
  ]);
});
