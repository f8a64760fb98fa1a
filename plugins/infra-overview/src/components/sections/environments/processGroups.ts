import {
  factAt,
  type Fact,
  type Origin,
  type Process,
} from 'backstage-plugin-infra-overview-common';
import { shownItems, type Shown } from '../shared';
import type { EnvironmentView } from './useEnvironmentViews';

export interface ProcessGroup {
  /** Path of the environment whose rows are drawn. */
  readonly id: string;
  readonly names: readonly string[];
  readonly fact: Fact;
  readonly rows: readonly Shown<Process>[];
}

/**
 * Environments in which the same runs, stated by the same documents, as one group. The chosen environment lends its group the rows, so that a name
 * opens the process of that environment; else the first one does.
 */
export function processGroups(
  environments: readonly EnvironmentView[],
  chosen: string,
): readonly ProcessGroup[] {
  const groups = new Map<string, ProcessGroup>();
  for (const { view, environment } of environments) {
    const at = `${environment.path}.processes`;
    const fact = factAt(view, at);
    const rows = shownItems(environment.item.processes, at, view.origins);
    const key = JSON.stringify([factKey(fact), rows.map(rowKey).sort()]);
    const same = groups.get(key);
    const names = [...(same?.names ?? []), environment.title];
    const lends = same === undefined || environment.item.name === chosen;
    groups.set(key, lends ? { id: environment.path, names, fact, rows } : { ...same, names });
  }
  return [...groups.values()];
}

function factKey(fact: Fact): string {
  return fact.state === 'not-needed' ? `${fact.state} ${fact.reason}` : fact.state;
}

function rowKey({ item, origin, fields }: Shown<Process>): string {
  const origins = [...fields].map(([field, row]) => [field, sourceOf(row.origin)]);
  return JSON.stringify([item, sourceOf(origin), origins]);
}

// Without the path, which names the environment.
function sourceOf(origin: Origin | undefined) {
  return origin && [origin.level, origin.entityRef, origin.derived];
}
