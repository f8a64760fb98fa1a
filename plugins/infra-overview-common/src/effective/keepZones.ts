import type { JsonObject, JsonValue } from '@backstage/types';
import { itemPath } from '../document';
import type { Merged } from './merge';
import { isObject } from './shape';
import type { Source } from './statement';

const LISTS = ['windows', 'freezes', 'busyHours'] as const;

/**
 * `deployPolicy.timeZone` is the default for the windows of its own document. After a merge only the nearest zone is left, so a window that
 * relies on another one gets it written in.
 */
export function keepZones(merged: Merged, sources: readonly Source[]): Merged {
  const zones = zonesOf(sources);
  if (new Set([...zones.values()].map(({ zone }) => zone)).size < 2) return merged;

  const nearestZone = policyZone(merged.document);
  const keep = (holder: JsonValue | undefined, path: string): JsonValue | undefined => {
    if (!isObject(holder)) return holder;
    const result: JsonObject = { ...holder };
    for (const list of LISTS) {
      const windows = holder[list];
      if (!Array.isArray(windows)) continue;
      result[list] = windows.map(window => {
        if (!isObject(window) || window.timeZone !== undefined) return window;
        const windowPath = itemPath(`${path}.${list}`, String(window.id));
        const origin = merged.origins[windowPath];
        const own = zones.get(origin?.entityRef ?? '');
        if (origin === undefined || own === undefined || own.zone === nearestZone) return window;
        merged.origins[`${windowPath}.timeZone`] = {
          level: own.source.level,
          entityRef: own.source.entityRef,
          path: 'deployPolicy.timeZone',
        };
        return { ...window, timeZone: own.zone };
      });
    }
    return result;
  };

  const document = { ...merged.document };
  const policy = keep(document.deployPolicy, 'deployPolicy');
  if (policy !== undefined) document.deployPolicy = policy;
  if (Array.isArray(document.environments)) {
    document.environments = document.environments.map(environment => {
      if (!isObject(environment)) return environment;
      const path = itemPath('environments', String(environment.name));
      const deploy = keep(environment.deploy, `${path}.deploy`);
      return deploy === undefined ? environment : { ...environment, deploy };
    });
  }
  return { ...merged, document };
}

interface OwnZone {
  readonly zone: string;
  readonly source: Source;
}

/** The zone each document's windows rely on: its own policy's, else the one of the nearest document above. */
function zonesOf(sources: readonly Source[]): ReadonlyMap<string, OwnZone> {
  const zones = new Map<string, OwnZone>();
  let above: OwnZone | undefined;
  for (const source of [...sources].reverse()) {
    const zone = policyZone(source.document);
    if (zone !== undefined) above = { zone, source };
    if (above !== undefined) zones.set(source.entityRef, above);
  }
  return zones;
}

function policyZone(document: JsonObject): string | undefined {
  const policy = document.deployPolicy;
  const zone = isObject(policy) ? policy.timeZone : undefined;
  return typeof zone === 'string' ? zone : undefined;
}
