import type { Improvement } from 'backstage-plugin-infra-overview-common';
import type { Shown } from '../shared';

export interface ImprovementGroup {
  readonly label: string;
  readonly items: readonly Shown<Improvement>[];
}

// Planned and possible are never one list: the first is a promise, the second an idea.
const GROUPS: readonly { readonly status: Improvement['status']; readonly label: string }[] = [
  { status: 'in-progress', label: 'In progress' },
  { status: 'planned', label: 'Planned' },
  { status: 'possible', label: 'Possible, not planned' },
  { status: undefined, label: 'Status not stated' },
  { status: 'done', label: 'Done' },
  { status: 'rejected', label: 'Rejected' },
];

/** By how far they are; empty groups are left out. */
export function improvementGroups(
  items: readonly Shown<Improvement>[],
): readonly ImprovementGroup[] {
  const groups = GROUPS.map(({ status, label }) => ({
    label,
    items: items.filter(({ item }) => item.status === status),
  }));
  return groups.filter(group => group.items.length > 0);
}
