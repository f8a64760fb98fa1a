import { effectiveInfra } from '../effective';
import { aChainLink } from '../testUtils';
import { bindSubjects } from './bind';
import type { ObservedSubject } from './observation';

const SHOP = 'system:default/shop';
const sources = [
  { id: 'heroku', platforms: ['heroku'] },
  { id: 'terraform', platforms: [] },
];
const effective = effectiveInfra([
  aChainLink('domain', {
    defaults: { environments: [{ id: 'all', hosting: { platform: 'heroku' } }] },
  }),
  aChainLink(
    'system',
    {
      environments: [
        { name: 'Production', stage: 'production', hosting: { app: 'shop' } },
        { name: 'blue', stage: 'staging' },
        { name: 'old', hosting: { platform: 'aws', app: 'shop-old' } },
        { name: 'gone', notNeeded: 'moved', hosting: { app: 'shop-gone' } },
      ],
    },
    SHOP,
  ),
]);

function subject(name: string, fields: Partial<ObservedSubject> = {}): ObservedSubject {
  return { source: 'heroku', subject: name, parts: [], ...fields };
}

function bound(...subjects: ObservedSubject[]) {
  return bindSubjects(
    { entityRef: SHOP, relatedRefs: ['component:default/web'], effective, sources },
    subjects,
  ).map(each => [each.subject.subject, each.environment, each.declared] as const);
}

const pipeline = { group: 'pipeline' };
const app = subject('shop', { ...pipeline, environment: 'production' });

describe('where a subject belongs', () => {
  it.each<[string, readonly ObservedSubject[], readonly (readonly [string, string, boolean])[]]>([
    ['the app a document names', [subject('Shop')], [['Shop', 'Production', true]]],
    ['an app nobody names', [subject('other')], []],
    ['an app of another platform', [subject('shop-old')], []],
    ['an app of an environment the project refuses', [subject('shop-gone')], []],
    [
      'a source that is told what to look at, by any platform',
      [subject('shop-old', { source: 'terraform' })],
      [['shop-old', 'old', true]],
    ],
    [
      'configured, with a name in another case',
      [subject('state', { entityRef: SHOP, environment: 'BLUE' })],
      [['state', 'blue', true]],
    ],
    [
      'configured for a part, by stage',
      [subject('state', { entityRef: 'Component:default/web', environment: 'live' })],
      [['state', 'Production', true]],
    ],
    [
      'configured, and no environment fits',
      [subject('state', { entityRef: SHOP, environment: 'qa' })],
      [['state', 'qa', false]],
    ],
    [
      'configured for another project',
      [app, subject('state', { ...pipeline, entityRef: 'system:default/x', environment: 'blue' })],
      [['shop', 'Production', true]],
    ],
    [
      'configured otherwise than the document names it',
      [subject('shop', { entityRef: SHOP, environment: 'blue' })],
      [['shop', 'blue', true]],
    ],
    [
      'of the same pipeline, by stage',
      [app, subject('shop-s', { ...pipeline, environment: 'staging' })],
      [
        ['shop', 'Production', true],
        ['shop-s', 'blue', true],
      ],
    ],
    [
      'of the same pipeline, for an environment that is taken',
      [app, subject('shop-api', { ...pipeline, environment: 'production' })],
      [
        ['shop', 'Production', true],
        ['shop-api', 'shop-api', false],
      ],
    ],
    [
      'of the same pipeline, and in no document',
      [app, subject('shop-pr', { ...pipeline, environment: 'review' })],
      [
        ['shop', 'Production', true],
        ['shop-pr', 'review', false],
      ],
    ],
    [
      'of a pipeline nobody belongs to',
      [subject('a', { group: 'x', environment: 'production' })],
      [],
    ],
    [
      'of a group that has the same name with another source',
      [app, subject('a', { ...pipeline, source: 'terraform', environment: 'staging' })],
      [['shop', 'Production', true]],
    ],
  ])('%s', (_, subjects, expected) => {
    expect(bound(...subjects)).toEqual(expected);
    expect(bound(...[...subjects].reverse())).toEqual(expected);
  });

  it('takes no guess where two environments have the stage', () => {
    const two = effectiveInfra([
      aChainLink('system', { environments: [{ name: 'staging-a' }, { name: 'staging-b' }] }, SHOP),
    ]);
    const [only] = bindSubjects({ entityRef: SHOP, relatedRefs: [], effective: two }, [
      subject('state', { entityRef: SHOP, environment: 'staging' }),
    ]);
    expect(only).toMatchObject({ environment: 'staging', declared: false });
  });

  it('needs no name where the project has one environment', () => {
    const one = effectiveInfra([
      aChainLink('system', { environments: [{ name: 'production' }] }, SHOP),
    ]);
    const [only] = bindSubjects({ entityRef: SHOP, relatedRefs: [], effective: one }, [
      subject('state', { entityRef: SHOP }),
    ]);
    expect(only).toMatchObject({ environment: 'production', declared: true });
  });
});
