import type { ConformanceAnswer, Policy } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { useView, ViewSection } from '../../overview/context';
import { answerFor } from '../checklists/answerFor';
import { AnswerWords } from '../checklists/AnswerWords';
import {
  Demand,
  detailsColumn,
  fieldColumn,
  grouped,
  GroupedTable,
  ifStated,
  type ItemColumn,
  levelRank,
  type Shown,
  shownItems,
} from '../shared';

const UNSORTED = 'topic not stated';

/** Rules people agreed on, by what they are about; what is demanded first. */
export const PoliciesSection = () => {
  const { view } = useView();
  const { policies, conformance } = view.document;
  const groups = useMemo(
    () => groupsByTopic(shownItems(policies, 'policies', view.origins)),
    [policies, view],
  );
  return (
    <ViewSection id="policies">
      <GroupedTable
        caption="Rules by topic"
        columns={columnsWith(conformance ?? [])}
        groups={groups}
      />
    </ViewSection>
  );
};

function groupsByTopic(policies: readonly Shown<Policy>[]) {
  const sorted = [...policies].sort((a, b) => levelRank(a.item.level) - levelRank(b.item.level));
  return grouped(sorted, ({ item }) => item.topic ?? UNSORTED, UNSORTED).map(([topic, rows]) => ({
    id: topic,
    label: topic,
    rows,
  }));
}

function columnsWith(answers: readonly ConformanceAnswer[]): readonly ItemColumn<Policy>[] {
  return [
    {
      id: 'name',
      label: 'Rule',
      minWidth: '16rem',
      cell: of => <Demand of={of} />,
    },
    ifStated(fieldColumn('rationale', 'Why')),
    {
      id: 'answer',
      label: 'Answer here',
      isSilent: of => answerFor(answers, of.item.id) === undefined,
      cell: of => {
        const answer = answerFor(answers, of.item.id);
        return answer === undefined ? '–' : <AnswerWords answer={answer} />;
      },
    },
    detailsColumn('Also', [
      'appliesTo',
      'rollout',
      'since',
      'exceptions',
      'exclusions',
      'examples',
      'check',
    ]),
  ];
}
