import { wordLabel, type Addon } from 'backstage-plugin-infra-overview-common';
import { grouped, type RowGroup, type Shown } from '../shared';

const UNSORTED = 'kind not stated';

/** By category, in the order the categories first appear. */
export function groupsByCategory(addons: readonly Shown<Addon>[]): readonly RowGroup<Addon>[] {
  const groups = grouped(
    addons,
    ({ item }) => (item.category === undefined ? UNSORTED : wordLabel(item.category)),
    UNSORTED,
  );
  return groups.map(([word, rows]) => ({ id: word, label: word, rows }));
}

/** A standard's add-ons: what every project has, what is there when needed, and each choice of alternatives. */
export function groupsByOffer(addons: readonly Shown<Addon>[]): readonly RowGroup<Addon>[] {
  const rank = ({ item }: Shown<Addon>) =>
    item.choice !== undefined ? 2 : Number(item.selection !== 'always');
  const sorted = [...addons].sort((a, b) => rank(a) - rank(b));
  return grouped(sorted, ({ item }) => offerWords(item)).map(([word, rows]) => ({
    id: word,
    label: word,
    rows,
  }));
}

function offerWords({ choice, selection }: Addon): string {
  if (choice !== undefined) return `Choose one: ${choice}`;
  return selection === 'always' ? 'Every project has it' : 'For projects that need it';
}
