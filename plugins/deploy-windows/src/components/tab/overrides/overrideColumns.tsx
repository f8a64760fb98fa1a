import type { OverrideAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  Lines,
  Muted,
  StateChip,
  type DataColumn,
  type StateChipProps,
} from 'backstage-plugin-infra-overview-react';
import { formatInstant, formatRange } from '../../../time/formatInstant';
import { OverrideActions } from './OverrideActions';

export function overrideColumns(zone: string): readonly DataColumn<OverrideAnswer>[] {
  return [
    {
      id: 'rules',
      label: 'Sets aside',
      minWidth: '12rem',
      cell: ({ rules }) => <Lines>{rules.map(({ title }) => title)}</Lines>,
    },
    {
      id: 'state',
      label: 'State',
      cell: ({ state, emergency }) => {
        const { word, tone } = stateOf(state);
        return (
          <Lines>
            {[
              <StateChip key="state" label={word} tone={tone} />,
              ...(emergency ? [<StateChip key="emergency" label="Emergency" tone="bad" />] : []),
            ]}
          </Lines>
        );
      },
    },
    {
      id: 'range',
      label: `Counts (${zone})`,
      minWidth: '11rem',
      cell: ({ start, end, use }) => (
        <Lines>
          {[formatRange(start, end, zone), use === 'single' ? 'for one deploy' : 'for any number']}
        </Lines>
      ),
    },
    {
      id: 'reason',
      label: 'Reason',
      minWidth: '12rem',
      cell: ({ reason, ticket }) => (
        <Lines>{[reason, ...(ticket === undefined ? [] : [ticket])]}</Lines>
      ),
    },
    {
      id: 'who',
      label: 'Who',
      cell: ({ requestedBy, requestedAt, approvedBy, usableBy, reviewedBy }) => (
        <Lines>
          {[
            `asked by ${requestedBy}, ${formatInstant(requestedAt, zone)}`,
            ...(approvedBy === undefined ? [] : [`approved by ${approvedBy}`]),
            `for ${usableBy.join(', ')}`,
            ...(reviewedBy === undefined ? [] : [`reviewed by ${reviewedBy}`]),
          ]}
        </Lines>
      ),
    },
    {
      id: 'review',
      label: 'Review by',
      cell: ({ reviewDueAt, reviewedBy }) =>
        reviewDueAt === undefined || reviewedBy !== undefined ? (
          <Muted>nothing due</Muted>
        ) : (
          formatInstant(reviewDueAt, zone)
        ),
    },
    { id: 'actions', label: 'Actions', cell: override => <OverrideActions override={override} /> },
  ];
}

function stateOf(state: OverrideAnswer['state']): {
  readonly word: string;
  readonly tone: NonNullable<StateChipProps['tone']>;
} {
  switch (state) {
    case 'waiting':
      return { word: 'Waits for approval', tone: 'warning' };
    case 'upcoming':
      return { word: 'Not yet', tone: 'neutral' };
    case 'active':
      return { word: 'In force', tone: 'good' };
    case 'used':
      return { word: 'Used', tone: 'neutral' };
    case 'over':
      return { word: 'Over', tone: 'unknown' };
    case 'revoked':
      return { word: 'Revoked', tone: 'unknown' };
    default:
      throw new Error(state satisfies never);
  }
}
