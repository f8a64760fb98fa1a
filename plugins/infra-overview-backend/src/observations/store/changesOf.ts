import type {
  ObservedFields,
  ObservedItem,
  ObservedPart,
  ObservedValue,
} from 'backstage-plugin-infra-overview-common';

/** What is another value than at the last look; absent on one side is absent there. */
export interface ObservedChange {
  /** `plan`, `addons[postgresql-curved-12345].plan`, or the item itself. */
  readonly path: string;
  readonly old?: ObservedValue | ObservedFields;
  readonly new?: ObservedValue | ObservedFields;
}

export function changesOf(before: ObservedPart, after: ObservedPart): readonly ObservedChange[] {
  return [...fieldChanges('', before.fields, after.fields), ...itemChanges(before, after)];
}

function itemChanges(before: ObservedPart, after: ObservedPart): readonly ObservedChange[] {
  const [old, now] = [byPath(before.items), byPath(after.items)];
  const changes: ObservedChange[] = [];
  for (const [path, item] of old) {
    const twin = now.get(path);
    if (twin) changes.push(...fieldChanges(`${path}.`, item.fields, twin.fields));
    else changes.push({ path, old: item.fields });
  }
  for (const [path, item] of now) if (!old.has(path)) changes.push({ path, new: item.fields });
  return changes;
}

function byPath(items: readonly ObservedItem[]): ReadonlyMap<string, ObservedItem> {
  return new Map(items.map(item => [`${item.list}[${item.name}]`, item]));
}

function fieldChanges(
  prefix: string,
  before: ObservedFields,
  after: ObservedFields,
): readonly ObservedChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap(name => {
    const [old, now] = [before[name], after[name]];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [
      {
        path: `${prefix}${name}`,
        ...(old !== undefined && { old }),
        ...(now !== undefined && { new: now }),
      },
    ];
  });
}
