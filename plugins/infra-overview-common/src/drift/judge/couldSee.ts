import type { JsonObject } from '@backstage/types';
import { itemPath, itemsOf } from '../../document';
import { originOf, type InfraView } from '../../effective';
import { isProductOf, sameWords } from '../compare/vocabulary';
import type { SourceLook } from '../sourceLook';
import type { Twins } from './twins';

export interface Look {
  readonly source: SourceLook;
  readonly view: InfraView;
  readonly addons: Twins | undefined;
}

/**
 * Whether a source that saw all of a list would have seen this item, were it there. Where that is not certain the answer is no:
 * "declared, not found" of something that is kept elsewhere would be wrong.
 */
export function couldSee(list: string, item: JsonObject, path: string, look: Look): boolean {
  if (isOfAnotherApp(path, look)) return false;
  switch (list) {
    case 'processes':
      return runsAlways(item) && isOnPlatform(look);
    case 'addons':
      return isAddonOf(item, look.source);
    case 'backups':
      return isBackupOf(item, look);
    case 'domains':
      return typeof item.host === 'string' && isOnPlatform(look) && isReachedDirectly(item, look);
    default:
      return false;
  }
}

/** On the page of a System: what one Component declares is not looked for in the app of another. */
function isOfAnotherApp(path: string, { view }: Look): boolean {
  const app = originOf(view, `${itemPath('environments', view.environment)}.hosting.app`);
  const item = originOf(view, path);
  return (
    app?.level === 'component' && item?.level === 'component' && app.entityRef !== item.entityRef
  );
}

/** Release and one-off processes run for moments and are not kept in the list of what runs. */
function runsAlways({ role, name, instances }: JsonObject): boolean {
  const brief = ['release', 'one-off', 'scheduler'];
  const isBrief = brief.includes(String(role)) || brief.includes(String(name));
  return !isBrief && instances !== 0;
}

function isOnPlatform({ source, view }: Look): boolean {
  const platform = itemsOf(view.document.environments)[0]?.hosting?.platform;
  return platform !== undefined && source.platforms.some(each => sameWords(each, platform));
}

function isAddonOf({ product, managedBy, installedBy }: JsonObject, source: SourceLook): boolean {
  if (typeof product === 'string' && isProductOf(product, source.platforms)) return true;
  const words = [managedBy, installedBy].filter(word => typeof word === 'string');
  const known = [source.id, ...source.platforms];
  return words.some(word => known.some(each => sameWords(each, word)));
}

/** Only of data that the source itself holds, and not what somebody copies elsewhere. */
function isBackupOf({ of, method, location, offsite, pipeline }: JsonObject, look: Look): boolean {
  if (method === 'none' || method === 'replication') return false;
  if (location !== undefined || offsite === true || pipeline !== undefined) return false;
  return look.addons?.pairs.some(({ item }) => item.id === of) === true;
}

/** A name that ends at something in front of the platform is not known to the platform. */
function isReachedDirectly({ kind }: JsonObject, { view }: Look): boolean {
  if (kind === 'redirect' || kind === 'internal') return false;
  const inFront = ['cdn', 'waf', 'lb', 'dns'];
  return !itemsOf(view.document.addons).some(({ category }) => inFront.includes(category ?? ''));
}
