import type { JsonObject, JsonValue } from '@backstage/types';
import { itemPath } from '../document';
import { valueAt, withValueAt } from './listAt';
import type { Merged } from './merge';
import type { Origin } from './origin';
import { isObject } from './shape';

/** Lists whose items speak of an add-on, and the field that names it. */
const SPEAKS_OF_ADDON: Readonly<Record<string, string>> = {
  backups: 'of',
  'observability.monitors': 'addon',
  'observability.alerts': 'source',
};

/** What a level above says of an add-on the project does not have is not about this project, and no mistake of its authors. */
export function dropOrphans(merged: Merged, startRef: string): Merged {
  const present = presentAddons(merged.document);
  const origins = { ...merged.origins };
  let document = merged.document;
  for (const [list, field] of Object.entries(SPEAKS_OF_ADDON)) {
    const items = valueAt(document, list);
    if (!Array.isArray(items)) continue;
    const orphans = items.filter(
      item =>
        lacksTarget(item, field, present) && origins[pathOf(list, item)]?.entityRef !== startRef,
    );
    if (orphans.length === 0) continue;
    const kept = items.filter(item => !orphans.includes(item));
    // A list that lost all its items is not stated; `[]` would mean that there are none.
    document = withValueAt(document, list, kept.length === 0 ? undefined : kept);
    for (const orphan of orphans) forget(origins, pathOf(list, orphan));
    if (kept.length === 0) delete origins[list];
  }
  return document === merged.document ? merged : { ...merged, document, origins };
}

function presentAddons(document: JsonObject): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const addon of Array.isArray(document.addons) ? document.addons : []) {
    if (isObject(addon) && addon.notNeeded === undefined) ids.add(String(addon.id));
  }
  return ids;
}

function lacksTarget(item: JsonValue, field: string, present: ReadonlySet<string>): boolean {
  const target = isObject(item) ? item[field] : undefined;
  return typeof target === 'string' && !present.has(target);
}

function pathOf(list: string, item: JsonValue): string {
  return itemPath(list, isObject(item) ? String(item.id) : '');
}

function forget(origins: Record<string, Origin>, path: string): void {
  for (const known of Object.keys(origins)) {
    if (known.startsWith(path)) delete origins[known];
  }
}
