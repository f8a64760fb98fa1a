import type { JsonObject, JsonValue } from '@backstage/types';
import type { Origin } from './origin';

/** Data in these changes at run time and cannot be rebuilt. */
const VOLATILE: ReadonlySet<string> = new Set(['database', 'storage', 'queue']);

/** We run these ourselves; everything else is somebody else's service. */
const SELF_OPERATED: ReadonlySet<string> = new Set([
  'lb',
  'web-server',
  'process-manager',
  'config-management',
]);

/** Fields of an add-on that nobody stated and that its category answers. */
export function builtInAddonFields(
  addon: JsonObject,
  addonById: (id: string) => JsonObject | undefined,
): JsonObject {
  if (addon.notNeeded !== undefined) return {};
  const volatile = addon.volatile ?? volatileOf(addon, addonById, 0);
  const operatedBy = addon.operatedBy ?? operatorOf(addon);
  return {
    ...(addon.volatile === undefined && volatile !== undefined && { volatile }),
    ...(addon.operatedBy === undefined && operatedBy !== undefined && { operatedBy }),
  };
}

export function builtInOrigin(field: string): Origin {
  return { level: 'built-in', path: `addons[].${field}` };
}

const DEEPEST_STORE = 5;

/** A queue with `storedIn` is judged by that store. */
function volatileOf(
  addon: JsonObject,
  addonById: (id: string) => JsonObject | undefined,
  depth: number,
): JsonValue | undefined {
  if (typeof addon.storedIn === 'string' && depth < DEEPEST_STORE) {
    const store = addonById(addon.storedIn);
    if (store) return store.volatile ?? volatileOf(store, addonById, depth + 1);
  }
  if (typeof addon.category !== 'string') return undefined;
  return VOLATILE.has(addon.category);
}

function operatorOf(addon: JsonObject): string | undefined {
  if (typeof addon.category !== 'string') return undefined;
  const self =
    SELF_OPERATED.has(addon.category) ||
    (addon.category === 'scheduler' && addon.product === undefined);
  return self ? 'self' : 'third-party';
}
