import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { Problem } from 'backstage-plugin-infra-overview-common';

// As the secret gate of the catalog writes it: place, rule, and nothing of what was found.
const REFUSED = /(?:line (\d+)|([\w$./[\]-]+)): looks like a secret \(rule ([\w/.-]+)\)/;
const INFRA = 'spec.infra.';

/**
 * Why the catalog goes on showing an older state of an entity: what came after it holds a secret. The catalog notes that at
 * the entity, or, of a whole file that was refused, at the location it comes from.
 */
export function secretRefusal(entity: Entity, location?: Entity): Problem | undefined {
  for (const message of [...errorsOf(entity), ...(location ? errorsOf(location) : [])]) {
    const [, line, path, rule] = REFUSED.exec(message) ?? [];
    if (rule === undefined) continue;
    return {
      code: 'secret-found',
      severity: 'refused',
      path: path?.startsWith(INFRA) ? path.slice(INFRA.length) : '',
      ...(line !== undefined && { line: Number(line) }),
      message: `What was written last looks like it holds a secret (rule ${rule}), so the catalog did not take it.`,
      fix: 'Remove the value, write where it is kept in credentialLocations, and change the secret.',
      entityRef: stringifyEntityRef(entity),
    };
  }
  return undefined;
}

function errorsOf(entity: Entity): readonly string[] {
  const { items } = (entity as { readonly status?: { readonly items?: unknown } }).status ?? {};
  return (Array.isArray(items) ? items : []).flatMap(item =>
    item?.level === 'error' && typeof item.message === 'string' ? [item.message as string] : [],
  );
}
