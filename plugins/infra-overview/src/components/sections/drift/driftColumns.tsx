import type { DriftFinding } from 'backstage-plugin-infra-overview-common';
import { findingTone, findingWords, noteWords } from '../../../lib/describeFinding';
import { ElementLink, Lines, Muted, StateChip, type DataColumn } from '../../kit';
import { Seen } from '../../observed/Seen';
import { useView } from '../../overview/context';
import { elementOf } from '../shared';
import { DriftActions } from './DriftActions';

export const DRIFT_COLUMNS: readonly DataColumn<DriftFinding>[] = [
  {
    id: 'what',
    label: 'What',
    minWidth: '9rem',
    cell: finding => <What finding={finding} />,
    sortValue: ({ title }) => title,
  },
  {
    id: 'status',
    label: 'Status',
    minWidth: '8rem',
    cell: finding => <Status finding={finding} />,
    sortValue: ({ status }) => status,
  },
  {
    id: 'environment',
    label: 'Environment',
    cell: ({ environment }) => environment ?? <Muted>all</Muted>,
    sortValue: ({ environment }) => environment,
  },
  {
    id: 'declared',
    label: 'Declared',
    minWidth: '7rem',
    cell: ({ declared }) => declared ?? <Muted>nothing</Muted>,
    sortValue: ({ declared }) => declared,
  },
  {
    id: 'observed',
    label: 'Observed',
    minWidth: '7rem',
    cell: finding => <Observed finding={finding} />,
    sortValue: ({ observed }) => observed,
  },
  {
    id: 'seen',
    label: 'Seen',
    minWidth: '8rem',
    cell: finding => <Seen {...finding} />,
    sortValue: ({ at }) => at,
  },
  {
    id: 'actions',
    label: 'What to do',
    minWidth: '8rem',
    cell: finding => <DriftActions finding={finding} />,
  },
];

function What({ finding }: { readonly finding: DriftFinding }) {
  const { effective } = useView();
  const spoken = elementOf(effective.document, finding.path);
  return spoken.kind === 'element' ? (
    <ElementLink path={spoken.element.path}>{finding.title}</ElementLink>
  ) : (
    <>{finding.title}</>
  );
}

function Status({ finding }: { readonly finding: DriftFinding }) {
  const { now } = useView();
  const chip = <StateChip label={findingWords(finding)} tone={findingTone(finding, now)} />;
  return finding.note === undefined ? (
    chip
  ) : (
    <Lines>{[chip, <Muted key="note">{noteWords(finding.note, now)}</Muted>]}</Lines>
  );
}

function Observed({ finding }: { readonly finding: DriftFinding }) {
  if (finding.observed !== undefined) return <>{finding.observed}</>;
  // Words of a look that failed say more than an empty cell.
  return finding.status === 'failed' || finding.status === 'stale' ? (
    <Muted>{finding.words}</Muted>
  ) : (
    <Muted>nothing</Muted>
  );
}
