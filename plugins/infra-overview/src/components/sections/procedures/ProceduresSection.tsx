import type { Procedure } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { useObservedAnswer } from '../../observed/context';
import { useView, ViewSection } from '../../overview/context';
import {
  detailsColumn,
  Emptiness,
  fieldColumn,
  ItemTable,
  nameColumn,
  shownItems,
  type ItemColumn,
} from '../shared';
import { deployProcedure, procedureOf } from './observedFor';
import { ObservedSteps } from './ObservedSteps';
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
  const { view, environment } = useView();
  const observed = procedureOf(useObservedAnswer()?.procedures ?? [], environment);
  const deploy = deployProcedure(view.document);
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
    <ViewSection
      id="procedures"
      summary={summary}
      draw={observed.length > 0 ? 'always' : 'when-stated'}
    >
      {observed.length > 0 && shown.length === 0 && <Emptiness at="procedures" />}
      {!shown.some(of => of.item.id === deploy) &&
        observed.map(procedure => (
          <ObservedSteps key={`${procedure.source} ${procedure.deepLink}`} procedure={procedure} />
        ))}
      {shown.map(of => (
        <ProcedureEntry key={of.path} of={of} observed={of.item.id === deploy ? observed : []} />
      ))}
    </ViewSection>
  );
};
