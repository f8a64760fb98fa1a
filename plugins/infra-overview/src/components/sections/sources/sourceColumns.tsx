import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  freshnessOf,
  type DocumentOutcome,
  type OverviewChainLink,
  type Tone,
  type Verified,
} from 'backstage-plugin-infra-overview-common';
import {
  FactText,
  FreshnessChip,
  Lines,
  Muted,
  OutsideLink,
  StateChip,
  type DataColumn,
} from '../../kit';
import { useView } from '../../overview/context';

export interface SourceRow extends OverviewChainLink {
  readonly statements: readonly Verified[];
}

export const SOURCE_COLUMNS: readonly DataColumn<SourceRow>[] = [
  {
    id: 'entity',
    label: 'Document of',
    cell: row => (
      <EntityRefLink
        entityRef={row.entityRef}
        {...(row.title !== undefined && { title: row.title })}
      />
    ),
  },
  { id: 'level', label: 'Level', cell: ({ level }) => level },
  { id: 'outcome', label: 'Document', cell: ({ outcome }) => <OutcomeChip outcome={outcome} /> },
  {
    id: 'known',
    label: 'Known from',
    cell: ({ statements }) => <KnownFrom statements={statements} />,
  },
];

function OutcomeChip({ outcome }: { readonly outcome: DocumentOutcome }) {
  const { label, tone } = describeOutcome(outcome);
  return <StateChip label={label} tone={tone} />;
}

function describeOutcome(outcome: DocumentOutcome): {
  readonly label: string;
  readonly tone: Tone;
} {
  switch (outcome) {
    case 'read':
      return { label: 'read', tone: 'good' };
    case 'absent':
      return { label: 'has none', tone: 'unknown' };
    case 'refused':
      return { label: 'refused', tone: 'bad' };
    default:
      throw new Error(outcome satisfies never);
  }
}

function KnownFrom({ statements }: { readonly statements: readonly Verified[] }) {
  const { now } = useView();
  if (statements.length === 0) return <FactText state="not-stated" text="no date" />;
  return (
    <Lines>
      {statements.map(verified => (
        <span key={[verified.method, verified.at, verified.by, verified.source].join('|')}>
          <FreshnessChip freshness={freshnessOf(verified, now)} />{' '}
          {verified.source !== undefined && (
            <Muted>
              <OutsideLink href={verified.source}>{verified.source}</OutsideLink>
            </Muted>
          )}
        </span>
      ))}
    </Lines>
  );
}
