import { factPathText, parseFactPath } from '../../document';
import { originOf, type InfraView, type Origin } from '../../effective';

/** Where in which document a value is written. */
export interface Place {
  readonly entityRef: string;
  readonly path: string;
  /** Where the value comes from today, when that is not where it should be changed. */
  readonly from?: Origin;
}

/**
 * The project's own document that says it. What comes from a standard, a default or a platform holds for others too and is
 * not changed there: it is said again where the item is the project's own, else on the page's entity.
 */
export function placeOf(view: InfraView, entityRef: string, itemPath: string, path: string): Place {
  const origin = originOf(view, path);
  if (origin !== undefined && isOwn(origin)) return ownPlace(origin, path, entityRef);
  const from = origin === undefined ? {} : { from: origin };
  const item = originOf(view, itemPath);
  if (item === undefined || !isOwn(item)) return { entityRef, path, ...from };
  const rest = path.slice(itemPath.length);
  return { ...ownPlace({ ...item, path: `${item.path}${rest}` }, path, entityRef), ...from };
}

function ownPlace(origin: Origin, path: string, entityRef: string): Place {
  return { entityRef: origin.entityRef ?? entityRef, path: origin.entityRef ? origin.path : path };
}

function isOwn({ level, path }: Origin): boolean {
  const isProject = level === 'system' || level === 'component' || level === 'environment';
  return isProject && !path.startsWith('defaults.') && !path.includes('.provides.');
}

/** "process web of environment production": everything that leads to a value, innermost first. */
export function placeWords({ path, from }: Place): string {
  const steps = parseFactPath(path)?.steps ?? [];
  const names = steps.flatMap(({ field, select }) =>
    select?.kind === 'item' ? `${field}, ${select.name}` : [],
  );
  const where = names.length === 0 ? factPathText({ steps: steps.slice(0, 1) }) : names.join('; ');
  if (from === undefined) return where;
  const owner =
    from.entityRef === undefined ? 'what is built in' : `${from.path} of ${from.entityRef}`;
  return `${where} (said today by ${owner}, which others share)`;
}
