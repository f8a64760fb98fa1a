import type { JsonObject, JsonValue } from '@backstage/types';
import { itemPath } from '../document';
import { writtenKey } from './distinctKey';
import { type Filling } from './fill';
import { holdsIn, sameWord, type Place } from './holdsIn';
import { originOf, type Origin, type Origins } from './origin';
import { isObject } from './shape';

export const FILLING_KINDS = [
  'environments',
  'processes',
  'addons',
  'backups',
  'domains',
  'logs',
  'monitors',
] as const;

export type FillingKind = (typeof FILLING_KINDS)[number];
export type Fillings = Readonly<Record<FillingKind, readonly Filling[]>>;

interface Stated {
  readonly document: JsonObject;
  readonly origins: Origins;
}

/** What fills left-out fields, in order: the defaults, nearest document first, then what the platform guarantees to those on it. */
export function fillingsOf(stated: Stated, place: Place): Fillings {
  const fillings: Record<FillingKind, Filling[]> = {
    environments: [],
    processes: [],
    addons: [],
    backups: [],
    domains: [],
    logs: [],
    monitors: [],
  };
  addEntries(fillings, stated, stated.document.defaults, 'defaults', origin => origin);
  for (const platform of platformsOf(stated.document, place)) {
    const path = `${itemPath('platforms', String(platform.id))}.provides`;
    addEntries(fillings, stated, platform.provides, path, origin => ({
      ...origin,
      level: 'platform',
    }));
  }
  return fillings;
}

function addEntries(
  fillings: Record<FillingKind, Filling[]>,
  { origins }: Stated,
  defaults: JsonValue | undefined,
  path: string,
  mark: (origin: Origin) => Origin,
): void {
  if (!isObject(defaults)) return;
  for (const kind of FILLING_KINDS) {
    const entries = defaults[kind];
    if (!Array.isArray(entries)) continue;
    for (const entry of entries) {
      if (!isObject(entry)) continue;
      const origin = originOf({ origins }, itemPath(`${path}.${kind}`, String(entry.id)));
      if (origin) fillings[kind].push({ entry, origin: mark(origin) });
    }
  }
}

/** Every level's word on the platform of this place; `*` speaks for a platform that nobody lists. */
function platformsOf(document: JsonObject, place: Place): readonly JsonObject[] {
  const { platform } = place;
  if (platform === undefined || !Array.isArray(document.platforms)) return [];
  const here = document.platforms.filter(
    (item): item is JsonObject =>
      isObject(item) && item.notNeeded === undefined && holdsIn(item, place),
  );
  const named = (name: string) => here.filter(item => sameWord(writtenKey(String(item.id)), name));
  const listed = named(platform);
  return listed.length > 0 ? listed : named('*');
}
