import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { itemsOf } from './list';
import { readInfraDocument } from './readInfraDocument';

interface EntityWithInfra {
  readonly kind: string;
  readonly metadata: { readonly namespace?: string | undefined };
  readonly spec?: { readonly infra?: unknown } | undefined;
}

/** The Resource entities an entity's own document names, as full entity refs: what it depends on. */
export function relationsOf(entity: EntityWithInfra): readonly string[] {
  const result = readInfraDocument(entity.spec?.infra, { kind: entity.kind });
  if (result.outcome !== 'read') return [];
  const { addons, environments, accounts } = result.document;
  const isStandard = entity.kind.toLowerCase() === 'domain';
  const written = [
    ...itemsOf(addons)
      // A standard offers an add-on; only what every project has is something it depends on.
      .filter(addon => !isStandard || addon.selection === 'always')
      .map(addon => (addon.notNeeded === undefined ? addon.resourceRef : undefined)),
    ...itemsOf(environments).map(({ hosting, notNeeded }) =>
      notNeeded === undefined ? hosting?.resourceRef : undefined,
    ),
    ...itemsOf(accounts).map(account =>
      account.notNeeded === undefined ? account.resourceRef : undefined,
    ),
  ];
  const namespace = entity.metadata.namespace ?? 'default';
  const refs = new Set<string>();
  for (const ref of written) {
    const full = ref === undefined ? undefined : fullRef(ref, namespace);
    if (full !== undefined) refs.add(full);
  }
  return [...refs];
}

function fullRef(ref: string, namespace: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: 'resource', defaultNamespace: namespace }),
    );
  } catch {
    return undefined;
  }
}
