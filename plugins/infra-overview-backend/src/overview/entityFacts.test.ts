import { aComponent, aSystem } from '../__testUtils__/entities';
import { entityFacts } from './entityFacts';

const component = (given: object) => {
  const entity = aComponent('web', { title: 'Web', spec: { owner: 'core', system: 'shop' } });
  return { ...entity, metadata: { ...entity.metadata, ...given } };
};

describe('entityFacts', () => {
  it('completes references as the catalog does', () => {
    expect(entityFacts(component({ namespace: 'eu' }), 'domain:default/top')).toEqual({
      ref: 'component:eu/web',
      kind: 'Component',
      namespace: 'eu',
      name: 'web',
      title: 'Web',
      type: 'service',
      lifecycle: 'production',
      owner: 'group:eu/core',
      system: 'system:eu/shop',
      domain: 'domain:default/top',
    });
  });

  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['mailto:team@example.org', 'mailto:team@example.org'],
    [`${'java'}script:alert(1)`, undefined],
    [` ${'Java'}Script:alert(1)`, undefined],
    ['data:text/html,x', undefined],
    ['//example.org', undefined],
    ['', undefined],
  ])('takes %j as address %j', (written, expected) => {
    const annotations = { 'backstage.io/view-url': written, 'backstage.io/edit-url': written };
    const facts = entityFacts(
      component({ annotations, links: [{ url: written, title: 'Here' }] }),
      undefined,
    );
    expect([facts.sourceUrl, facts.editUrl]).toEqual([expected, expected]);
    expect(facts.links).toEqual(
      expected === undefined ? undefined : [{ url: expected, title: 'Here' }],
    );
  });

  it('leaves everything else of the entity behind', () => {
    const facts = entityFacts(
      component({
        annotations: { 'example.org/internal': 'kept to itself' },
        labels: { a: 'kept to itself' },
      }),
      undefined,
    );
    expect(JSON.stringify(facts)).not.toContain('kept to itself');
  });

  it('takes the name where there is no title, and no value that is not text', () => {
    const entity = aSystem('shop', { spec: { owner: 7, lifecycle: ['x'] } });
    expect(entityFacts(entity, undefined)).toEqual({
      ref: 'system:default/shop',
      kind: 'System',
      namespace: 'default',
      name: 'shop',
      title: 'shop',
    });
  });
});
