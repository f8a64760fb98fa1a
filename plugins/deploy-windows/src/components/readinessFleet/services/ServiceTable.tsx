import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { SubjectRow } from 'backstage-plugin-deploy-windows-common';
import { DataTable, Lines, Muted, type DataColumn } from 'backstage-plugin-infra-overview-react';
import { besides, fractionWords } from '../../../lib/readiness/countWords';
import { ReadinessLink } from '../../readiness/ReadinessLink';
import { VerdictChip } from '../../readiness/VerdictChip';

/** A row is a summary: the rest is one click away. */
const NAMED = 3;

const COLUMNS: readonly DataColumn<SubjectRow>[] = [
  {
    id: 'service',
    label: 'Service',
    cell: ({ entityRef, environment, title, stage }) => (
      <>
        <ReadinessLink entityRef={entityRef} environment={environment}>
          {title}
        </ReadinessLink>{' '}
        <Muted>
          {environment}
          {stage !== environment && `, ${stage}`}
        </Muted>
      </>
    ),
  },
  {
    id: 'verdict',
    label: 'Verdict',
    minWidth: '8rem',
    cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
  },
  {
    id: 'why',
    label: 'Why',
    minWidth: '16rem',
    cell: ({ entityRef, environment, open, sentence }) =>
      open.length === 0 ? (
        sentence
      ) : (
        <Lines>
          {[
            ...open.slice(0, NAMED).map(({ checkId, title }) => (
              <ReadinessLink
                key={checkId}
                entityRef={entityRef}
                environment={environment}
                check={checkId}
              >
                {title}
              </ReadinessLink>
            )),
            ...(open.length > NAMED
              ? [<Muted key="more">and {open.length - NAMED} more</Muted>]
              : []),
          ]}
        </Lines>
      ),
  },
  {
    id: 'must',
    label: 'Must-haves',
    cell: ({ counts }) => (
      <>
        {fractionWords(counts.must)} <Muted>{besides(counts).join(', ')}</Muted>
      </>
    ),
  },
  {
    id: 'owner',
    label: 'Owner',
    cell: ({ owner }) =>
      owner === undefined ? <Muted>nobody</Muted> : <EntityRefLink entityRef={owner} />,
  },
  { id: 'age', label: 'Facts', cell: ({ factsAge }) => <Muted>{factsAge}</Muted> },
];

/** One row a service and environment, in the order of the server: worst first. */
export const ServiceTable = ({ rows }: { readonly rows: readonly SubjectRow[] }) => (
  <DataTable
    caption="Services by readiness"
    columns={COLUMNS}
    rows={rows}
    rowKey={({ subject }) => subject}
  />
);
