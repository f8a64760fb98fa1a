import { itemsOf, type ConformanceAnswer } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { anchorOf, DataTable, Muted, type DataColumn } from '../../kit';
import { useView, ViewSection } from '../../overview/context';
import { ItemName, shownItems, type Shown } from '../shared';
import { describeCounts } from './answerFor';
import { AnswerWords } from './AnswerWords';
import { demandsById } from './demandsById';

/** Every answer this project gave, whatever asked for it. */
export const ConformanceSection = () => {
  const { view } = useView();
  const { conformance } = view.document;
  const answers = useMemo(
    () => shownItems(conformance, 'conformance', view.origins),
    [conformance, view],
  );
  const demands = useMemo(() => demandsById(view.document), [view]);
  return (
    <ViewSection id="conformance">
      <p>{describeCounts(itemsOf(conformance).map(({ status }) => status))}.</p>
      <DataTable
        caption="Answers"
        columns={columnsWith(demands)}
        rows={answers}
        rowKey={of => of.path}
        rowId={of => anchorOf(of.path)}
      />
    </ViewSection>
  );
};

function columnsWith(
  demands: ReadonlyMap<string, string>,
): readonly DataColumn<Shown<ConformanceAnswer>>[] {
  return [
    {
      id: 'item',
      label: 'What is answered',
      minWidth: '16rem',
      cell: of => (
        <ItemName of={of} remark={demands.has(of.item.item) && <Muted>{of.item.item}</Muted>}>
          {demands.get(of.item.item) ?? of.item.item}
        </ItemName>
      ),
    },
    {
      id: 'answer',
      label: 'Answer',
      cell: of => <AnswerWords answer={of.item} />,
      sortValue: of => of.item.status,
    },
  ];
}
