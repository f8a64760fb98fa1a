import type { InfraView } from '../../effective';
import { itemTitle } from '../itemTitle';
import type { Mention } from './elementDetail';
import { locate } from './locate';

/** A mention of the item a path names. */
export function mentionOf(view: InfraView, path: string, text: string): Mention {
  const item = locate(view.document, path)?.item;
  return { path, title: item === undefined ? path : itemTitle(item, path), text };
}
