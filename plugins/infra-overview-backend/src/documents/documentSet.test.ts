import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { aComponent, aDomain, aSystem } from '../__testUtils__/entities';
import { gather, MAX_PARTS } from './documentSet';

const known = (...entities: readonly Entity[]) =>
  new Map<string, Entity | undefined>(entities.map(entity => [stringifyEntityRef(entity), entity]));

const withParts = (system: Entity, ...names: readonly string[]): Entity => ({
  ...system,
  relations: names.map(name => ({ type: 'hasPart', targetRef: `component:default/${name}` })),
});

const domain = aDomain('top');
const system = withParts(aSystem('shop', { spec: { domain: 'top' } }), 'web', 'worker');
const web = aComponent('web', { spec: { system: 'shop' } });
const worker = aComponent('worker', { spec: { system: 'shop' } });

describe('gather', () => {
  it.each([
    ['nothing', known(), 'component:default/web', ['component:default/web']],
    ['the Component', known(web), 'component:default/web', ['system:default/shop']],
    ['Component and System', known(web, system), 'component:default/web', ['domain:default/top']],
    [
      'the System',
      known(system),
      'system:default/shop',
      ['domain:default/top', 'component:default/web', 'component:default/worker'],
    ],
  ])('says what it needs when it knows %s', (_, entities, ref, refs) => {
    expect(gather(ref, entities)).toEqual({ outcome: 'needs', refs });
  });

  it('is complete with chain and parts', () => {
    const gathered = gather('system:default/shop', known(system, domain, web, worker));
    if (gathered.outcome !== 'complete') throw new Error(gathered.outcome);
    expect(gathered.set.chain.links.map(link => link.entityRef)).toEqual([
      'domain:default/top',
      'system:default/shop',
    ]);
    expect(gathered.set.parts).toEqual([web, worker]);
    expect(gathered.set.refs).toEqual([
      'system:default/shop',
      'domain:default/top',
      'component:default/web',
      'component:default/worker',
    ]);
  });

  it.each([
    [
      'a parent that is not there',
      known(web).set('system:default/shop', undefined),
      'component:default/web',
      ['missing-parent'],
    ],
    [
      'a Domain below itself',
      known(aDomain('ring', { spec: { subdomainOf: 'ring' } })),
      'domain:default/ring',
      ['cycle'],
    ],
    [
      'two Domains below each other',
      known(
        aDomain('a', { spec: { subdomainOf: 'b' } }),
        aDomain('b', { spec: { subdomainOf: 'a' } }),
      ),
      'domain:default/a',
      ['cycle'],
    ],
    [
      'text that is no reference',
      known(aSystem('odd', { spec: { domain: 'a:b:c/d' } })).set('a:b:c/d', undefined),
      'system:default/odd',
      ['missing-parent'],
    ],
    [
      'a parent that is no text',
      known(aSystem('odd', { spec: { domain: 7 } })),
      'system:default/odd',
      [],
    ],
  ])('comes to an end with %s', (_, entities, ref, codes) => {
    const gathered = gather(ref, entities);
    if (gathered.outcome !== 'complete') throw new Error(JSON.stringify(gathered));
    expect(gathered.set.chain.problems.map(problem => problem.code)).toEqual(codes);
  });

  it('comes to an end in a chain without end', () => {
    const endless = Array.from({ length: 40 }, (_, index) =>
      aDomain(`d${index}`, { spec: { subdomainOf: `d${index + 1}` } }),
    );
    const gathered = gather('domain:default/d0', known(...endless));
    if (gathered.outcome !== 'complete') throw new Error(gathered.outcome);
    expect(gathered.set.chain.links).toHaveLength(10);
    expect(gathered.set.refs.length).toBeLessThan(15);
  });

  it('knows an entity that is not there', () => {
    expect(gather('system:default/x', new Map([['system:default/x', undefined]]))).toEqual({
      outcome: 'not-found',
    });
  });

  it('leaves out a part that the caller may not see', () => {
    const gathered = gather(
      'system:default/shop',
      known(system, domain, web).set('component:default/worker', undefined),
    );
    if (gathered.outcome !== 'complete') throw new Error(gathered.outcome);
    expect(gathered.set.parts).toEqual([web]);
    expect(gathered.set.partsLeftOut).toBe(0);
  });

  it('reads so many parts and counts the others', () => {
    const names = Array.from({ length: MAX_PARTS + 3 }, (_, index) => `c${index}`);
    const entities = known(
      withParts(aSystem('big'), ...names),
      ...names.map(name => aComponent(name)),
    );
    const gathered = gather('system:default/big', entities);
    if (gathered.outcome !== 'complete') throw new Error(gathered.outcome);
    expect(gathered.set.parts).toHaveLength(MAX_PARTS);
    expect(gathered.set.partsLeftOut).toBe(3);
  });
});
