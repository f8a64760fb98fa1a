import { describeParty, type Behaviour } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { useView, ViewSection } from '../../overview/context';
import {
  fieldColumn,
  grouped,
  GroupedTable,
  ifStated,
  type ItemColumn,
  nameColumn,
  type RowGroup,
  type Shown,
  shownItems,
  wordsColumn,
} from '../shared';

const UNSORTED = 'topic not stated';

const COLUMNS: readonly ItemColumn<Behaviour>[] = [
  nameColumn('How it acts'),
  ifStated(fieldColumn('rationale', 'Why')),
  ifStated(fieldColumn('configurable', 'Can be set')),
  ifStated(
    wordsColumn(
      'requestedBy',
      'Asked for by',
      ({ requestedBy }) => requestedBy && describeParty(requestedBy),
    ),
  ),
];

/** How the application acts, where the people who run it must know. */
export const BehavioursSection = () => {
  const { view } = useView();
  const { behaviours } = view.document;
  const groups = useMemo(
    () => groupsByTopic(shownItems(behaviours, 'behaviours', view.origins)),
    [behaviours, view],
  );
  return (
    <ViewSection id="behaviours">
      <GroupedTable caption="Behaviours by topic" columns={COLUMNS} groups={groups} />
    </ViewSection>
  );
};

function groupsByTopic(behaviours: readonly Shown<Behaviour>[]): readonly RowGroup<Behaviour>[] {
  const groups = grouped(behaviours, ({ item }) => item.topic ?? UNSORTED, UNSORTED);
  return groups.map(([topic, rows]) => ({ id: topic, label: topic, rows }));
}
