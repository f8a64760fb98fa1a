import type { NoticeAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  Lines,
  Muted,
  StateChip,
  type DataColumn,
  type StateChipProps,
} from 'backstage-plugin-infra-overview-react';
import { noticeWords } from '../../../lib/words';
import { formatInstant, formatRange } from '../../../time/formatInstant';
import { NoticeActions } from './NoticeActions';

export function noticeColumns(zone: string): readonly DataColumn<NoticeAnswer>[] {
  return [
    { id: 'audience', label: 'Audience', cell: ({ audienceTitle }) => audienceTitle },
    {
      id: 'range',
      label: `Deploys (${zone})`,
      minWidth: '11rem',
      cell: ({ from, to }) => formatRange(from, to, zone),
    },
    {
      id: 'state',
      label: 'State',
      cell: ({ state }) => <StateChip label={noticeWords(state)} tone={toneOf(state)} />,
    },
    {
      id: 'frees',
      label: 'Frees a start',
      cell: ({ freesText, freesAt, state }) => {
        if (state === 'withdrawn') return <Muted>no</Muted>;
        if (freesText !== undefined) return `from ${freesText}`;
        return freesAt === undefined ? <Muted>none</Muted> : `from ${formatInstant(freesAt, zone)}`;
      },
    },
    {
      id: 'proof',
      label: 'Proof',
      minWidth: '12rem',
      cell: notice => <Proof notice={notice} zone={zone} />,
    },
    { id: 'by', label: 'Told by', cell: ({ requestedBy }) => requestedBy },
    { id: 'actions', label: 'Actions', cell: notice => <NoticeActions notice={notice} /> },
  ];
}

function Proof({
  notice: { deliveries },
  zone,
}: {
  readonly notice: NoticeAnswer;
  readonly zone: string;
}) {
  if (deliveries.length === 0) return <Muted>none</Muted>;
  return (
    <Lines>
      {deliveries.map(({ recipient, channel, state, at, evidence }) => (
        <span key={`${recipient} ${channel}`}>
          {recipient} by {channel}: {state}
          {at !== undefined && `, ${formatInstant(at, zone)}`}
          {evidence !== undefined && ` (${evidence})`}
        </span>
      ))}
    </Lines>
  );
}

function toneOf(state: NoticeAnswer['state']): NonNullable<StateChipProps['tone']> {
  switch (state) {
    case 'sent':
    case 'recorded':
      return 'good';
    case 'queued':
    case 'sending':
      return 'neutral';
    case 'unconfirmed':
      return 'warning';
    case 'failed':
      return 'bad';
    case 'withdrawn':
      return 'unknown';
    default:
      throw new Error(state satisfies never);
  }
}
