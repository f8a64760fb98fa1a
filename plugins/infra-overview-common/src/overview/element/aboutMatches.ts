import type { JsonObject } from '@backstage/types';
import { type FactStep, type InfraDocument, parseFactPath } from '../../document';
import { locate } from './locate';

/**
 * Whether an `about` path speaks of an element or of a field of it. `environments[].processes[web]` speaks of the process web of every
 * environment, `backups[]` and `backups` of every backup.
 */
export function aboutMatches(
  document: InfraDocument,
  about: string | undefined,
  element: string,
): boolean {
  const asked = about === undefined ? undefined : parseFactPath(about);
  const named = parseFactPath(element);
  if (asked === undefined || named === undefined || asked.steps.length < named.steps.length)
    return false;
  const item = locate(document, element)?.item;
  return named.steps.every((step, index) => {
    const own = asked.steps[index];
    const isLast = index === named.steps.length - 1;
    return own !== undefined && covers(own, step, isLast ? item : undefined);
  });
}

function covers(asked: FactStep, named: FactStep, item: JsonObject | undefined): boolean {
  if (asked.field !== named.field) return false;
  const { select } = asked;
  if (select === undefined || select.kind === 'every') return true;
  if (select.kind === 'where')
    return (
      item !== undefined &&
      Object.hasOwn(item, select.field) &&
      String(item[select.field]) === select.value
    );
  return named.select?.kind === 'item' && named.select.name === select.name;
}
