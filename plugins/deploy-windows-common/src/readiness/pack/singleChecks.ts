import { newest, type AskedPack } from './askedPacks';
import type { HeldChecklist } from './checklists';
import { packId, type Pack } from './pack';

export interface Selection extends AskedPack {
  /** Only these of its checks; absent: all. */
  readonly only?: ReadonlySet<string>;
}

/** Checks that a checklist names one by one, of packs that are not asked as a whole. */
export function singleChecks(
  packs: readonly Pack[],
  asked: readonly AskedPack[],
  checklists: readonly HeldChecklist[],
): readonly Selection[] {
  const has = (pack: Pack, id: string) => pack.checks.some(check => check.id === id);
  const byPack = new Map<string, Selection & { readonly only: Set<string> }>();
  for (const { id: checklist, items, place, atStage } of checklists) {
    for (const item of items) {
      if (asked.some(({ pack }) => has(pack, item.id))) continue;
      const names = packs.filter(pack => has(pack, item.id)).map(({ name }) => name);
      const pack = newest(packs, [...new Set(names)].sort()[0] ?? '');
      if (pack === undefined || !has(pack, item.id)) continue;
      const known = byPack.get(packId(pack));
      const only = known?.only ?? new Set<string>();
      only.add(item.id);
      byPack.set(packId(pack), {
        pack,
        because: [place],
        checklists: [...new Set([...(known?.checklists ?? []), checklist])].sort(),
        atStage: (atStage && item.atStage) || known?.atStage === true,
        only,
      });
    }
  }
  return [...byPack.values()];
}
