import type { Procedure } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { useView, ViewSection } from '../../overview/context';
import {
  detailsColumn,
  fieldColumn,
  ItemTable,
  nameColumn,
  shownItems,
  type ItemColumn,
} from '../shared';
import { ProcedureEntry } from './ProcedureEntry';

// For those who want to know that there is one, who does it and what it costs in time.
const SUMMARY_COLUMNS: readonly ItemColumn<Procedure>[] = [
  nameColumn('Procedure'),
  fieldColumn('who', 'Who'),
  fieldColumn('duration', 'How long it takes'),
  detailsColumn('Also', ['downtime', 'automation']),
];

/** How things are done, step by step. */
export const ProceduresSection = () => {
  const { view } = useView();
  const { procedures } = view.document;
  const shown = useMemo(
    () => shownItems(procedures, 'procedures', view.origins),
    [procedures, view],
  );
  const summary = (
    <ItemTable
      caption="Procedures in short"
      list={procedures}
      at="procedures"
      columns={SUMMARY_COLUMNS}
      anchors="none"
    />
  );
  return (
    <ViewSection id="procedures" summary={summary}>
      {shown.map(of => (
        <ProcedureEntry key={of.path} of={of} />
      ))}
    </ViewSection>
  );
};
