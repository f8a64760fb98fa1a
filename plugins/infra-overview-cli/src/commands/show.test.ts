import { component, ran } from '../__testUtils__/ran';
import { PLANTED } from '../__testUtils__/planted';

const FILES = {
  'system.yaml': `apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: shop, title: Web shop }
spec:
  owner: core
  infra:
    schema: infra-overview.io/v1alpha1
    environments:
      - { name: production, stage: production, hosting: { platform: heroku, app: shop-production } }
      - { name: staging, stage: staging, hosting: { platform: heroku, app: shop-staging } }
`,
  'web.yaml': component(
    'web',
    '  system: shop\n  infra:\n    schema: infra-overview.io/v1alpha1\n    addons: [{ id: db, category: database, product: heroku-postgresql }]',
  ),
};

describe('infra show', () => {
  it.each([
    [
      'a System with its Components',
      'system:shop',
      [],
      ['# Web shop', 'shop-production', 'Heroku PostgreSQL'],
      'shop-staging',
    ],
    [
      'a Component in its System',
      'component:web',
      ['--environment', 'Staging'],
      ['# web', 'shop-staging'],
      'shop-production',
    ],
  ])('prints the page of %s', (_, entity, more, said, unsaid) => {
    const { code, out, err } = ran(['show', '@', '--entity', entity, ...more], FILES);
    const text = out.join('\n');
    for (const part of said) expect(text).toContain(part);
    expect(text).not.toContain(unsaid);
    expect([code, err]).toEqual([0, []]);
  });

  it('makes it without a file that holds a secret', () => {
    const files = { ...FILES, 'web.yaml': `${FILES['web.yaml']}\n# ${PLANTED}` };
    const { code, out, err } = ran(['show', '@', '--entity', 'system:shop'], files);
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringMatching(/^web\.yaml:\d+: secret /)]);
    expect(out.join('\n')).not.toContain('PostgreSQL');
  });

  it.each([
    ['system:shp', [], 'None of the files holds that entity; did you mean system:default/shop?'],
    [
      'system:shop',
      ['--environment', 'prod'],
      'It has no such environment; it has production, staging.',
    ],
  ])('does not guess: %s %j', (entity, more, message) => {
    const { code, err } = ran(['show', '@', '--entity', entity, ...more], FILES);
    expect([code, err]).toEqual([2, [message]]);
  });
});
