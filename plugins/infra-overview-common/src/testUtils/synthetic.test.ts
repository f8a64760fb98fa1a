import {
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';
import { lintInfra, readInfraDocument } from '../document';
import { chainOf, effectiveInfra, environmentNames } from '../effective';
import { syntheticOrganisation, syntheticProject } from '../testUtils';

const SEED = 7;
const NOW = Date.UTC(2026, 10, 24);

function read(entity: Entity) {
  return readInfraDocument(entity.spec?.infra, { kind: entity.kind });
}

describe('synthetic projects', () => {
  it('are the same for the same seed and index', () => {
    expect(syntheticProject(SEED, 3)).toEqual(syntheticProject(SEED, 3));
  });

  it('differ by seed and by index', () => {
    const texts = [
      syntheticProject(SEED, 3),
      syntheticProject(SEED, 4),
      syntheticProject(8, 3),
    ].map(project => JSON.stringify(project).replaceAll('project-4', 'project-3'));
    expect(new Set(texts).size).toBe(3);
  });

  it('are read without a problem', () => {
    for (const entity of syntheticOrganisation(SEED, 100)) {
      if (entity.kind === 'Group') continue;
      expect(read(entity)).toMatchObject({ outcome: 'read', problems: [], notUnderstood: [] });
    }
  });

  it('are entities the catalog takes', async () => {
    const validators = [
      componentEntityV1alpha1Validator,
      domainEntityV1alpha1Validator,
      groupEntityV1alpha1Validator,
      systemEntityV1alpha1Validator,
    ];
    for (const entity of syntheticOrganisation(SEED, 20)) {
      const checked = await Promise.all(validators.map(({ check }) => check(entity)));
      expect(checked.filter(Boolean)).toHaveLength(1);
    }
  });

  it('are of many shapes', () => {
    const systems = syntheticOrganisation(SEED, 100).filter(({ kind }) => kind === 'System');
    const shapes = systems.map(entity => {
      const result = read(entity);
      return result.outcome === 'read' ? environmentNames(result).length : 0;
    });
    expect(new Set(shapes)).toEqual(new Set([1, 2, 3, 4]));
  });

  it('inherit from their Domain and refer to nothing that is not there', () => {
    const entities = syntheticOrganisation(SEED, 30);
    const byRef = new Map(
      entities.map(entity => [
        `${entity.kind}:default/${entity.metadata.name}`.toLowerCase(),
        entity,
      ]),
    );
    for (const [ref, entity] of byRef) {
      if (entity.kind !== 'Component') continue;
      const { links, problems } = chainOf(byRef, ref);
      expect(problems).toEqual([]);
      expect(links.map(({ level }) => level)).toEqual(['domain', 'system', 'component']);
      const { document } = effectiveInfra(
        links.map(link => {
          const result = read(link.entity);
          return { ...link, ...(result.outcome === 'read' && { document: result.document }) };
        }),
      );
      const dangling = lintInfra(document, NOW).filter(({ code }) => code === 'dangling-ref');
      expect(dangling).toEqual([]);
    }
  });
});
