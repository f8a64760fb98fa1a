import { describeDate } from 'backstage-plugin-infra-overview-common';
import { anchorOf, DataTable, Lines, type DataColumn } from '../../kit';
import { Demand } from '../shared';
import { AnswerWords } from './AnswerWords';
import type { AnsweredItem } from './checklistGroups';

const ALWAYS: readonly DataColumn<AnsweredItem>[] = [
  {
    id: 'statement',
    label: 'Demanded',
    minWidth: '16rem',
    cell: ({ shown }) => <Demand of={shown} />,
  },
  { id: 'answer', label: 'Answer', cell: ({ answer }) => <AnswerWords answer={answer} /> },
];

const WHEN: DataColumn<AnsweredItem> = {
  id: 'when',
  label: 'When',
  cell: item => {
    const lines = whenLines(item);
    return lines.length === 0 ? '–' : <Lines>{lines}</Lines>;
  },
};

function whenLines({ shown: { item } }: AnsweredItem): readonly string[] {
  const { condition, enforceFrom, control } = item;
  return [
    condition,
    enforceFrom !== undefined && `required from ${describeDate(enforceFrom)}`,
    control !== undefined && `control ${control}`,
  ].filter(line => typeof line === 'string');
}

export interface ChecklistTableProps {
  readonly caption: string;
  readonly items: readonly AnsweredItem[];
}

/** Items of one group with this project's answers. */
export const ChecklistTable = ({ caption, items }: ChecklistTableProps) => (
  <DataTable
    caption={caption}
    columns={items.some(item => whenLines(item).length > 0) ? [...ALWAYS, WHEN] : ALWAYS}
    rows={items}
    rowKey={({ shown }) => shown.path}
    rowId={({ shown }) => anchorOf(shown.path)}
  />
);
