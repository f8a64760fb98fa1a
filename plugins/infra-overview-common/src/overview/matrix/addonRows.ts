import type { Addon } from '../../document';
import { isNotNeeded, itemsOf } from '../../document';
import type { EffectiveInfra, InfraView } from '../../effective';
import { itemTitle } from '../itemTitle';
import { notNeededText } from '../words/emptiness';
import { notStatedCell, statedCell, type CellWords } from './cell';
import type { RowReader } from './rowReader';

/** A row for each add-on that not every environment has alike: what production lacks has to be seen at a glance. */
export function addonRows(effective: EffectiveInfra): readonly RowReader[] {
  const scoped = itemsOf(effective.document.addons).filter(
    addon => addon.environments !== undefined || addon.stages !== undefined,
  );
  const ids = [...new Set(scoped.map(addon => addon.id))];
  return ids.map(id => {
    const addon = scoped.find(item => item.id === id);
    return {
      id: `addon-${id}`,
      label: addon === undefined ? id : itemTitle(addon),
      read: view => readAddon(view, id),
    };
  });
}

function readAddon(view: InfraView, id: string): CellWords {
  const path = `addons[${id}]`;
  const addon: Addon | undefined = itemsOf(view.document.addons).find(item => item.id === id);
  if (addon === undefined) return notStatedCell(path);
  if (isNotNeeded(addon))
    return { text: notNeededText(addon.notNeeded), fact: 'not-needed', tone: 'neutral', path };
  return statedCell(addon.plan === undefined ? 'yes' : `${addon.plan} plan`, path);
}
