import type { Entity } from '@backstage/catalog-model';
import { findSecrets } from 'backstage-plugin-infra-overview-common/secrets';
import { PLANTED } from '../__testUtils__/planted';
import { SecretGateProcessor } from './SecretGateProcessor';

const entity = (metadata: object, spec: object = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Location',
  metadata: { name: 'web', ...metadata },
  spec: { ...spec },
});
const processor = (now = 0) =>
  new SecretGateProcessor({
    now: () => now,
    excuses: [
      {
        rule: findSecrets(PLANTED)[0]?.rule ?? '',
        location: 'location:default/excused',
        reason: 'An example',
        endsAt: 1,
      },
    ],
  });
const hash = (seed: number) =>
  Array.from({ length: 40 }, (_, index) =>
    ((index * 7 + seed * 11 + (index % 3) * seed) % 16).toString(16),
  ).join('');

describe('SecretGateProcessor', () => {
  it('keeps its name and its place after the others', () => {
    expect([processor().getProcessorName(), processor().getPriority() > 20]).toEqual([
      'InfraOverviewSecretGate',
      true,
    ]);
  });

  it('takes what the catalog makes itself, whatever the hash', async () => {
    const gate = processor();
    for (let seed = 0; seed < 200; seed += 1) {
      const target = `https://github.com/shop/web/blob/${hash(seed)}/catalog-info.yaml`;
      const made = entity(
        {
          name: `generated-${hash(seed)}`,
          annotations: { 'backstage.io/managed-by-location': `url:${target}` },
        },
        { target, targets: [target] },
      );
      await expect(gate.postProcessEntity(made)).resolves.toBe(made);
    }
  });

  it.each<[string, Entity]>([
    ['metadata.name', entity({ name: PLANTED })],
    ['metadata.annotations.backstage.io/x', entity({ annotations: { 'backstage.io/x': PLANTED } })],
    ['metadata.labels.x', entity({ labels: { x: PLANTED } })],
    ['spec.target', entity({}, { target: PLANTED })],
  ])('refuses a token at %s', async (path, leaky) => {
    const refused = processor().postProcessEntity(leaky);
    await expect(refused).rejects.toThrow(`${path}: looks like a secret`);
  });

  it('looks again when the entity is another, and when an excuse has ended', async () => {
    const gate = processor();
    await gate.postProcessEntity(entity({}));
    await expect(gate.postProcessEntity(entity({}, { key: PLANTED }))).rejects.toThrow('spec.key');
    const excused = entity({ name: 'excused' }, { key: PLANTED });
    await expect(gate.postProcessEntity(excused)).resolves.toBe(excused);
    await expect(processor(1).postProcessEntity(excused)).rejects.toThrow('spec.key');
  });
});
