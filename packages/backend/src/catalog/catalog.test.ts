import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { lintInfra } from 'backstage-plugin-infra-overview-common';
import { documentOf, effectiveOf } from './__testUtils__/chainOf';
import { CATALOG_FOLDER, loadCatalog } from './__testUtils__/loadCatalog';

const catalog = loadCatalog();
const refs: ReadonlySet<string> = new Set(catalog.map(one => one.ref));
const withDocument = catalog.filter(one => one.entity.spec?.infra !== undefined);
const now = Date.parse('2026-11-24T12:00:00Z');

/** What a stock catalog asks of an entity. */
const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);
const validators = [
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
];

describe('the example catalog', () => {
  it('reaches every YAML file of its folders', () => {
    const reached = new Set(catalog.map(one => one.file));
    const present = readdirSync(CATALOG_FOLDER, { recursive: true, encoding: 'utf8' }).filter(
      // Packs of checks lie beside the standards they come from, and are no entities.
      file => file.endsWith('.yaml') && !file.endsWith('readiness.yaml'),
    );
    expect(present.filter(file => !reached.has(file))).toEqual([]);
  });

  it('has no entity twice', () => {
    expect(
      catalog.map(one => one.ref).filter((ref, index, all) => all.indexOf(ref) !== index),
    ).toEqual([]);
  });

  it.each(['noipm', 'listminut', 'operating-applications', 'tts', 'caktus'])(
    'says where the content of %s comes from',
    organisation => {
      expect(existsSync(resolve(CATALOG_FOLDER, organisation, 'NOTES.md'))).toBe(true);
    },
  );

  it.each(catalog.map(one => [one.ref, one] as const))(
    '%s is valid for a catalog without our plugins',
    async (_ref, one) => {
      await expect(policy.enforce(one.entity)).resolves.toBeDefined();
      const accepted = await Promise.all(validators.map(validator => validator.check(one.entity)));
      expect(accepted).toContain(true);
    },
  );

  it.each(catalog.map(one => [one.ref, one] as const))(
    '%s names only entities that exist',
    (_ref, one) => {
      const named = [...specRefs(one.entity.spec ?? {}), ...fullRefsIn(one.entity.spec)];
      expect(named.filter(ref => !refs.has(ref))).toEqual([]);
    },
  );

  it.each(withDocument.map(one => [one.ref, one] as const))(
    '%s has a document that reads without a problem',
    (_ref, one) => {
      const result = documentOf(one);
      if (result.outcome !== 'read') throw new Error(JSON.stringify(result));
      expect(result.problems.filter(problem => problem.severity !== 'hint')).toEqual([]);
      expect(result.notUnderstood).toEqual([]);
      expect(one.entity.metadata.annotations?.['infra-overview.io/schema']).toBe('v1alpha1');
    },
  );

  it.each(withDocument.map(one => [one.ref] as const))(
    '%s has nothing to correct once the standards are merged in',
    ref => {
      const { document } = effectiveOf(catalog, ref);
      expect(lintInfra(document, now).filter(problem => problem.severity !== 'hint')).toEqual([]);
    },
  );
});

const DEFAULT_KINDS: Readonly<Record<string, string>> = {
  owner: 'group',
  system: 'system',
  domain: 'domain',
  subdomainOf: 'domain',
  parent: 'group',
  children: 'group',
  memberOf: 'group',
  subcomponentOf: 'component',
  dependsOn: 'component',
};

/** The refs of the built-in kinds, which may be short. */
function specRefs(spec: Readonly<Record<string, unknown>>): readonly string[] {
  const found: string[] = [];
  for (const [field, defaultKind] of Object.entries(DEFAULT_KINDS)) {
    for (const value of [spec[field]].flat()) {
      if (typeof value !== 'string') continue;
      found.push(
        stringifyEntityRef(parseEntityRef(value, { defaultKind, defaultNamespace: 'default' })),
      );
    }
  }
  return found;
}

/** Everything at any depth that is written as a full entity ref. Words and roles (`role:maintainer`) are not. */
function fullRefsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return /^(?:group|user|resource|component|system|domain|api):[a-z0-9-]+\/[a-z0-9._-]+$/.test(
      value,
    )
      ? [value]
      : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(fullRefsIn);
}
