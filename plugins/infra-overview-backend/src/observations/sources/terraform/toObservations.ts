import type {
  Instant,
  ObservedItem,
  ObservedList,
  ObservedPart,
  ObservedValue,
} from 'backstage-plugin-infra-overview-common';
import { MAPPERS, ResourceSet } from './mappers';
import { comparedFields } from './mappers/mapper';
import type { TerraformResource } from './resource';

// Each part is its own row with its own date; an empty one says that what was in it is gone.
const PARTS: readonly (readonly [part: string, lists: readonly ObservedList[]])[] = [
  ['processes', ['processes']],
  ['addons', ['addons', 'backups']],
  ['domains', ['domains']],
  ['credentials', ['credentialLocations']],
];
const MOST_ITEMS = 1000;
const MOST_TYPES = 200;

export interface StateFacts {
  readonly serial?: number;
  readonly lineage?: string;
}

export interface Observations {
  readonly parts: readonly ObservedPart[];
  readonly dropped: readonly string[];
}

/** What a state says of one subject. A state proves that something is there, never that it is not: no list is complete. */
export function toObservations(
  resources: readonly TerraformResource[],
  facts: StateFacts,
  at: Instant,
): Observations {
  const set = new ResourceSet(resources);
  const mapped = MAPPERS.map(mapper => mapper(set));
  const project = projectOf(resources);
  const fields: Record<string, ObservedValue> = {
    ...(project !== undefined && { 'observed.project': project }),
    ...(facts.serial !== undefined && { 'observed.serial': facts.serial }),
    ...(facts.lineage !== undefined && { 'observed.lineage': facts.lineage }),
  };
  for (const { fields: more } of mapped) Object.assign(fields, more);
  const resourceCounts = inventory(set);
  if (resourceCounts.length > 0) fields['observed.resources'] = resourceCounts;
  const items = mapped.flatMap(({ items: some }) => some ?? []);
  const dropped: string[] = [];
  const parts = PARTS.map(([part, lists]) =>
    partOf(
      part,
      lists.flatMap(list => namedOnce(list, items, dropped)),
      at,
    ),
  );
  return {
    parts: [{ ...partOf('state', [], at), fields, sees: comparedFields(fields) }, ...parts],
    dropped,
  };
}

function partOf(part: string, items: readonly ObservedItem[], at: Instant): ObservedPart {
  return { part, fields: {}, sees: [], items, complete: [], at };
}

/** Names are unique in their list; a second one of a name is told by a number. */
function namedOnce(
  list: ObservedList,
  items: readonly ObservedItem[],
  dropped: string[],
): readonly ObservedItem[] {
  const mine = items.filter(item => item.list === list);
  if (mine.length > MOST_ITEMS)
    dropped.push(
      `${list}: ${mine.length - MOST_ITEMS} of ${mine.length} items, for there are too many`,
    );
  const seen = new Map<string, number>();
  return mine.slice(0, MOST_ITEMS).map(item => {
    const count = (seen.get(item.name) ?? 0) + 1;
    seen.set(item.name, count);
    return count === 1 ? item : { ...item, name: `${item.name} (${count})` };
  });
}

/** The project all tagged resources agree on. */
function projectOf(resources: readonly TerraformResource[]): string | undefined {
  const [project, ...others] = new Set(resources.flatMap(({ tags }) => tags.Project ?? []));
  return others.length === 0 ? project : undefined;
}

/** "aws_iam_policy: 3": what nothing else is said of. Networks are counted too, for there may be many without a name. */
function inventory(set: ResourceSet): readonly string[] {
  const networks = set.of('aws_vpc').length;
  const counts = [...set.others(), ...(networks > 0 ? [['aws_vpc', networks] as const] : [])];
  return counts
    .map(([type, count]) => `${type}: ${count}`)
    .sort()
    .slice(0, MOST_TYPES);
}
