import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { aComponent, aDomain, aSystem } from '../__testUtils__/entities';
import { CatalogDocumentSource } from './CatalogDocumentSource';

const options = { credentials: mockCredentials.user() };
const projects = Array.from({ length: 40 }, (_, index) =>
  aSystem(`s${index}`, { spec: { domain: 'below' } }),
);
const parts = Array.from({ length: 40 }, (_, index) =>
  aComponent(`c${index}`, { spec: { system: `s${index}` } }),
);
const entities = [
  aDomain('top'),
  aDomain('below', { spec: { subdomainOf: 'top' } }),
  ...projects.map((system, index) => ({
    ...system,
    relations: [{ type: 'hasPart', targetRef: `component:default/c${index}` }],
  })),
  ...parts,
];

const aSource = () => {
  const catalog = catalogServiceMock({ entities });
  const calls = jest.spyOn(catalog, 'getEntitiesByRefs');
  return { source: new CatalogDocumentSource({ catalog }), calls };
};

describe('CatalogDocumentSource', () => {
  it.each([1, 10, 40])('loads %i projects in one call a level', async number => {
    const { source, calls } = aSource();
    const refs = projects.slice(0, number).map(system => `system:default/${system.metadata.name}`);
    const loaded = await source.load(refs, options);
    expect(loaded.size).toBe(number);
    for (const { set } of loaded.values())
      expect([set.chain.links.length, set.parts.length]).toEqual([3, 1]);
    expect(calls).toHaveBeenCalledTimes(3);
  });

  it('needs one call when the guess is right', async () => {
    const { source, calls } = aSource();
    const likely = [
      'domain:default/below',
      'domain:default/top',
      'component:default/c0',
      'system:default/not-any-more',
    ];
    const loaded = await source.load(['system:default/s0'], { ...options, likely });
    expect(loaded.get('system:default/s0')?.set.refs).not.toContain('system:default/not-any-more');
    expect(calls).toHaveBeenCalledTimes(1);
  });

  it('leaves out what is not there', async () => {
    const { source } = aSource();
    expect((await source.load(['system:default/never'], options)).size).toBe(0);
  });

  it('reads all outlines', async () => {
    const { source } = aSource();
    const found = [];
    for await (const page of source.outline(options)) found.push(...page);
    expect(found).toHaveLength(82);
    expect(found).toContainEqual({
      ref: 'component:default/c7',
      kind: 'component',
      parent: 'system:default/s7',
    });
  });
});
