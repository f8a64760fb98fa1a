import { aChainLink, anEnvironment } from '../testUtils';
import { itemsOf, type InfraDocument } from '../document';
import type { ChainLink } from './chain';
import { combineParts } from './combineParts';
import { effectiveInfra } from './effectiveInfra';
import { originOf } from './origin';
import { viewOf } from './viewOf';

type Sections = Partial<Omit<InfraDocument, 'schema'>>;

const component = (name: string, sections: Sections): ChainLink => ({
  ...aChainLink('component', sections),
  entityRef: `component:default/${name}`,
});

function combined(system: Sections, ...components: readonly ChainLink[]) {
  const above = [
    aChainLink('domain', { policies: [{ id: 'tls', statement: 'Encrypt' }] }),
    aChainLink('system', system),
  ];
  return combineParts(
    effectiveInfra(above),
    components.map(link => effectiveInfra([...above, link])),
  );
}

const ids = (list: Parameters<typeof itemsOf>[0]) =>
  itemsOf(list).map(item => (item as { id: string }).id);

describe('one Component', () => {
  const web = component('web', {
    addons: [{ id: 'db', product: 'postgresql' }],
    backups: [{ id: 'daily', of: 'db' }],
  });

  it('is added to what the System says', () => {
    const { document } = combined({ environments: [anEnvironment({ name: 'production' })] }, web);
    expect(ids(document.addons)).toEqual(['db']);
    expect(itemsOf(document.environments)).toHaveLength(1);
  });

  it('keeps who said what', () => {
    const effective = combined({ risks: [{ id: 'r', statement: 'It may rain' }] }, web);
    expect(originOf(effective, 'addons[db].product')).toMatchObject({
      level: 'component',
      entityRef: 'component:default/web',
    });
    expect(originOf(effective, 'risks[r].statement')).toMatchObject({ level: 'system' });
    expect(originOf(effective, 'policies[tls].statement')).toMatchObject({ level: 'domain' });
  });

  it('says more of an item of the System', () => {
    const effective = combined(
      { addons: [{ id: 'db', product: 'postgresql' }] },
      component('web', { addons: [{ id: 'db', plan: 'mini' }] }),
    );
    expect(effective.document.addons).toEqual([{ id: 'db', product: 'postgresql', plan: 'mini' }]);
    expect(originOf(effective, 'addons[db].plan')).toMatchObject({ level: 'component' });
    expect(originOf(effective, 'addons[db].product')).toMatchObject({ level: 'system' });
  });

  it('without a document changes nothing', () => {
    const above = [aChainLink('system', { addons: [{ id: 'db' }], status: 'draft' })];
    const own = effectiveInfra(above);
    const part = effectiveInfra([
      ...above,
      { entityRef: 'component:default/web', level: 'component' },
    ]);
    expect(combineParts(own, [part])).toEqual(own);
  });
});

describe('several Components', () => {
  const addon = (product: string): Sections => ({
    addons: [{ id: 'db', product }],
    backups: [{ id: 'daily', of: 'db' }],
    risks: [{ id: `${product}-risk`, about: 'addons[db].plan', statement: 'One instance' }],
  });

  it('count once what they all inherit', () => {
    const { document } = combined(
      {},
      component('web', addon('postgresql')),
      component('jobs', { addons: [{ id: 'queue' }] }),
    );
    expect(ids(document.policies)).toEqual(['tls']);
    expect(ids(document.addons)).toEqual(['db', 'queue']);
  });

  it('give two things of one id a name each, and what refers to them follows', () => {
    const effective = combined(
      {},
      component('web', addon('postgresql')),
      component('jobs', addon('mysql')),
    );
    expect(ids(effective.document.addons)).toEqual(['web.db', 'jobs.db']);
    expect(ids(effective.document.backups)).toEqual(['web.daily', 'jobs.daily']);
    expect(itemsOf(effective.document.backups).map(({ of }) => of)).toEqual(['web.db', 'jobs.db']);
    expect(itemsOf(effective.document.risks).map(({ about }) => about)).toEqual([
      'addons[web.db].plan',
      'addons[jobs.db].plan',
    ]);
    expect(originOf(effective, 'addons[jobs.db].product')).toMatchObject({
      entityRef: 'component:default/jobs',
      path: 'addons[db].product',
    });
  });

  it('count once what they say alike', () => {
    const { document } = combined(
      {},
      component('web', addon('postgresql')),
      component('jobs', addon('postgresql')),
    );
    expect(ids(document.addons)).toEqual(['db']);
  });

  it('run side by side in one environment, with the processes their defaults give them', () => {
    const runs = (name: string): Sections => ({
      defaults: { environments: [{ id: 'all', processes: [{ name, instances: 1 }] }] },
    });
    const effective = combined(
      { environments: [anEnvironment({ name: 'production', stage: 'production' })] },
      component('web', runs('web')),
      component('jobs', runs('worker')),
    );
    const [production] = itemsOf(viewOf(effective, 'production').document.environments);
    expect(itemsOf(production?.processes).map(({ name }) => name)).toEqual(['web', 'worker']);
  });

  it('keep a window each, and the System its own once', () => {
    const opens = (title: string) => ({ id: 'tue', title, kind: 'allow' as const });
    const at = (title: string): Sections => ({
      environments: [anEnvironment({ deploy: { windows: [opens(title)] } })],
    });
    const effective = combined(
      at('ours'),
      component('web', at('web')),
      component('jobs', at('jobs')),
    );
    expect(effective.document.environments).toMatchObject([
      {
        deploy: {
          windows: [
            { id: 'tue', title: 'ours' },
            { id: 'web.tue', title: 'web' },
            { id: 'jobs.tue', title: 'jobs' },
          ],
        },
      },
    ]);
    expect(
      originOf(effective, 'environments[production].deploy.windows[jobs.tue].title'),
    ).toMatchObject({
      entityRef: 'component:default/jobs',
      path: 'environments[production].deploy.windows[tue].title',
    });
  });

  it('name one environment, however they spell it', () => {
    const effective = combined(
      {},
      component('web', { environments: [{ name: 'Production', url: 'https://web.example' }] }),
      component('jobs', {
        environments: [{ name: 'production', wipe: 'P7D' }],
        jobs: [{ id: 'nightly', environments: ['production'] }],
      }),
    );
    expect(effective.document.environments).toEqual([
      { name: 'Production', url: 'https://web.example', wipe: 'P7D' },
    ]);
    expect(effective.document.jobs).toMatchObject([{ environments: ['Production'] }]);
    expect(originOf(effective, 'environments[Production].wipe')).toMatchObject({
      entityRef: 'component:default/jobs',
      path: 'environments[production].wipe',
    });
  });

  it('fill by their defaults what is their own and nothing else', () => {
    const service = (id: string, plan: string): Sections => ({
      addons: [{ id, category: 'database' }],
      defaults: {
        addons: [{ id: 'all', plan }],
        environments: [
          { id: 'all', when: { platforms: ['heroku'] }, processes: [{ name: id }] },
          { id: 'never', when: { stages: ['ci'] }, processes: [{ name: 'never' }] },
        ],
      },
    });
    const effective = combined(
      {
        environments: [anEnvironment()],
        defaults: { environments: [{ id: 'where', hosting: { platform: 'heroku' } }] },
      },
      component('web', service('web', 'mini')),
      component('jobs', service('worker', 'pro')),
    );
    const { document } = viewOf(effective, 'production');
    expect(document.addons).toMatchObject([
      { id: 'web', plan: 'mini' },
      { id: 'worker', plan: 'pro' },
    ]);
    expect(document.environments).toMatchObject([
      { hosting: { platform: 'heroku' }, processes: [{ name: 'web' }, { name: 'worker' }] },
    ]);
    expect(originOf(effective, 'addons[worker].plan')).toMatchObject({
      entityRef: 'component:default/jobs',
      path: 'defaults.addons[all].plan',
    });
  });

  it('of which one has none of something: that says nothing about the others', () => {
    const { document } = combined(
      {},
      component('web', { support: { statusPage: 'none' }, backups: [] }),
      component('jobs', {
        support: { statusPage: { url: 'https://status.example' } },
        backups: [{ id: 'a' }],
      }),
    );
    expect(document.support).toEqual({ statusPage: { url: 'https://status.example' } });
    expect(document.backups).toEqual([{ id: 'a' }]);
  });

  it('meet a demand together only when each does', () => {
    const answers = (status: 'met' | 'not-met' | 'not-applicable'): Sections => ({
      conformance: [{ item: 'x', status }],
    });
    const { document } = combined(
      {},
      component('web', answers('met')),
      component('jobs', answers('not-met')),
    );
    expect(document.conformance).toEqual([{ item: 'x', status: 'not-met' }]);
  });
});

describe('the request path', () => {
  const path = (id: string) => ({ nodes: [{ id, kind: 'web' as const }], edges: [] });

  it.each`
    title                           | system         | web            | jobs            | nodes      | side
    ${'the only one is shown'}      | ${undefined}   | ${path('web')} | ${undefined}    | ${['web']} | ${[]}
    ${'the System has its own'}     | ${path('all')} | ${path('web')} | ${path('jobs')} | ${['all']} | ${[]}
    ${'several stand side by side'} | ${undefined}   | ${path('web')} | ${path('jobs')} | ${[]}      | ${['component:default/web', 'component:default/jobs']}
    ${'nobody has drawn one'}       | ${undefined}   | ${undefined}   | ${undefined}    | ${[]}      | ${[]}
  `('$title', ({ system, web, jobs, nodes, side }) => {
    const drawn = (requestPath?: InfraDocument['requestPath']): Sections =>
      requestPath === undefined ? {} : { requestPath };
    const { document, requestPaths = [] } = combined(
      drawn(system),
      component('web', drawn(web)),
      component('jobs', drawn(jobs)),
    );
    const { requestPath } = document;
    const shown =
      typeof requestPath === 'object' && 'nodes' in requestPath
        ? requestPath.nodes.map(({ id }) => id)
        : [];
    expect(shown).toEqual(nodes);
    expect(requestPaths.map(({ entityRef }) => entityRef)).toEqual(side);
  });
});
