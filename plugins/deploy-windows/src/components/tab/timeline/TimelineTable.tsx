import type { SegmentAnswer } from 'backstage-plugin-deploy-windows-common';
import { DataTable, Lines, type DataColumn } from 'backstage-plugin-infra-overview-react';
import { formatRange } from '../../../time/formatInstant';
import { reader } from '../../../time/reader';
import { TargetStateChip } from '../../TargetStateChip';
import { ruleWords } from './segmentWords';

export interface TimelineTableProps {
  readonly segments: readonly SegmentAnswer[];
  readonly zone: string;
}

/** The same stretches as the picture, one a row. */
export const TimelineTable = ({ segments, zone }: TimelineTableProps) => (
  <DataTable
    caption={`When it may be deployed, in ${zone}`}
    columns={columnsIn(zone)}
    rows={segments}
    rowKey={({ start }) => start}
  />
);

function columnsIn(zone: string): readonly DataColumn<SegmentAnswer>[] {
  return [
    { id: 'when', label: `When (${zone})`, cell: ({ text }) => text },
    { id: 'state', label: 'State', cell: ({ state }) => <TargetStateChip state={state} /> },
    {
      id: 'why',
      label: 'Held by',
      cell: ({ rules }) =>
        rules.length === 0 ? 'nothing' : <Lines>{rules.map(rule => ruleWords(rule))}</Lines>,
    },
    ...(zone === reader.zone
      ? []
      : [
          {
            id: 'yours',
            label: `Your time (${reader.zone})`,
            cell: ({ start, end }: SegmentAnswer) => formatRange(start, end),
          },
        ]),
  ];
}
