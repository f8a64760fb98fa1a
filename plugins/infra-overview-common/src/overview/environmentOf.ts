import type { Environment } from '../document';
import type { InfraView } from '../effective';
import { activeItems } from './facts';

/** The one environment a view shows; absent where the document names none. */
export function environmentOf(view: InfraView): Environment | undefined {
  return activeItems(view.document.environments)[0];
}
