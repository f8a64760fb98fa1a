import { type InfraDocument, itemPath, modelPath, REFERENCES } from '../../document';
import { locate } from '../element/locate';
import { itemTitle } from '../itemTitle';

/** The item a value names. */
export interface NamedItem {
  readonly path: string;
  readonly title: string;
}

/** What an id in a field stands for: 'papertrail' in `observability.logs[x].to` is the add-on Papertrail. */
export function namedItem(
  document: InfraDocument,
  fieldPath: string,
  value: string,
): NamedItem | undefined {
  const field = modelPath(fieldPath);
  // A path that ends in `[]` speaks of all of them and names none.
  if (/(^|\.)about$/.test(field)) return value.endsWith('[]') ? undefined : found(document, value);
  for (const { from, to } of REFERENCES) {
    if (from !== field && from !== `${field}[]`) continue;
    const item = found(document, itemPath(to, value));
    if (item !== undefined) return item;
  }
  return undefined;
}

function found(document: InfraDocument, path: string): NamedItem | undefined {
  const located = locate(document, path);
  const isNamed =
    located !== undefined &&
    (located.path === path || located.list === modelPath(path).replaceAll('[]', ''));
  return !isNamed
    ? undefined
    : { path: located.path, title: itemTitle(located.item, located.path) };
}
