import { DataTable, Lines, Muted, ToneText } from 'backstage-plugin-infra-overview-react';
import { factName, factRows, type BoundFacts, type FactRow } from '../../lib/readiness/boundFacts';

export interface BoundFactsTableProps {
  readonly caption: string;
  readonly now: BoundFacts;
  /** As they were then; left out where nothing is compared. */
  readonly before?: BoundFacts | undefined;
  readonly beforeLabel?: string;
}

/** The facts a confirmation is bound to, old beside new; what differs says so. */
export const BoundFactsTable = ({
  caption,
  now,
  before,
  beforeLabel = 'When it was signed',
}: BoundFactsTableProps) => {
  const rows = factRows(now, before);
  if (rows.length === 0) return null;
  return (
    <DataTable<FactRow>
      caption={caption}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        {
          id: 'fact',
          label: 'Fact',
          cell: ({ name, isChanged }) => (
            <>
              {factName(name)} {isChanged && <ToneText tone="warning">changed</ToneText>}
            </>
          ),
        },
        ...(before === undefined
          ? []
          : [
              {
                id: 'before',
                label: beforeLabel,
                cell: (row: FactRow) => (
                  <FactValues lines={row.before ?? []} marked={row.went} mark="gone" />
                ),
              },
            ]),
        {
          id: 'now',
          label: 'Now',
          mark: ({ isChanged }) => isChanged,
          cell: ({ now: lines, came }) => <FactValues lines={lines} marked={came} mark="new" />,
        },
      ]}
    />
  );
};

function FactValues({
  lines,
  marked,
  mark,
}: {
  readonly lines: readonly string[];
  readonly marked: readonly string[];
  readonly mark: string;
}) {
  return (
    <Lines>
      {lines.map(line => (
        <span key={line}>
          {line} {marked.includes(line) && <Muted>({mark})</Muted>}
        </span>
      ))}
    </Lines>
  );
}
