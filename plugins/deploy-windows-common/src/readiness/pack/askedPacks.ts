import type { FilterPredicate } from '@backstage/filter-predicates';
import type { SubjectView } from '../subject';
import type { HeldChecklist } from './checklists';
import { packId, type Pack } from './pack';
import { fits } from './requirement';

/** Asked of everybody, since without it no other answer means anything. */
export const BASICS = 'suite-basics';

export interface AskedPack {
  readonly pack: Pack;
  readonly because: readonly string[];
  readonly checklists: readonly string[];
  /** False: only its checks for every stage are asked here. */
  readonly atStage: boolean;
}

export interface MissingPack {
  readonly pack: string;
  readonly because: string;
  readonly checklists: readonly string[];
}

export interface PackChoice {
  readonly packs: readonly AskedPack[];
  /** Named, and not loaded. */
  readonly missing: readonly MissingPack[];
}

export interface PackConfig {
  readonly pack: string;
  readonly subjects?: FilterPredicate;
}

interface Wish {
  readonly named: string;
  readonly because: string;
  readonly checklist?: string;
  readonly atStage: boolean;
}

/** The packs a subject is asked, by name. */
export function choosePacks(
  packs: readonly Pack[],
  view: SubjectView,
  checklists: readonly HeldChecklist[],
  config: readonly PackConfig[],
): PackChoice {
  const wishes: Wish[] = [{ named: BASICS, because: 'always', atStage: true }];
  for (const { pack, subjects } of config) {
    if (!fits(subjects, view)) continue;
    wishes.push({ named: pack, because: 'deployWindows.readiness.packs', atStage: true });
  }
  for (const { id, pack, place, atStage } of checklists) {
    if (pack !== undefined) wishes.push({ named: pack, because: place, checklist: id, atStage });
  }
  const found = new Map<string, AskedPack>();
  const missing = new Map<string, MissingPack>();
  for (const wish of wishes) {
    const pack = newest(packs, wish.named);
    if (pack !== undefined) found.set(packId(pack), added(found.get(packId(pack)), pack, wish));
    else if (wish.named !== BASICS) {
      const checklistIds = wish.checklist === undefined ? [] : [wish.checklist];
      missing.set(wish.named, {
        pack: wish.named,
        because: wish.because,
        checklists: checklistIds,
      });
    }
  }
  return { packs: withoutReplaced([...found.values()]), missing: [...missing.values()] };
}

/** By its id, or the newest of that name. */
export function newest(packs: readonly Pack[], named: string): Pack | undefined {
  return packs
    .filter(pack => packId(pack) === named || pack.name === named)
    .sort((a, b) => b.version - a.version)[0];
}

function added(known: AskedPack | undefined, pack: Pack, wish: Wish): AskedPack {
  const { because, checklist, atStage } = wish;
  return {
    pack,
    because: unique([...(known?.because ?? []), because]),
    checklists: unique([
      ...(known?.checklists ?? []),
      ...(checklist === undefined ? [] : [checklist]),
    ]),
    atStage: atStage || known?.atStage === true,
  };
}

/** A pack stands for those it is made from, and a newer version for the older ones. */
function withoutReplaced(asked: readonly AskedPack[]): readonly AskedPack[] {
  const replaces = (one: AskedPack, other: AskedPack) =>
    one.pack.extends?.includes(packId(other.pack)) === true ||
    (one.pack.name === other.pack.name && one.pack.version > other.pack.version);
  const kept = asked.filter(one => !asked.some(other => replaces(other, one)));
  return kept
    .map(one => {
      const replaced = asked.filter(other => replaces(one, other));
      return {
        ...one,
        because: unique([...one.because, ...replaced.flatMap(({ because }) => because)]),
        checklists: unique([...one.checklists, ...replaced.flatMap(each => each.checklists)]),
        atStage: one.atStage || replaced.some(({ atStage }) => atStage),
      };
    })
    .sort((a, b) => (packId(a.pack) < packId(b.pack) ? -1 : 1));
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
