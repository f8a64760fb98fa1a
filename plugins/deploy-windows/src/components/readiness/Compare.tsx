import { useApi } from '@backstage/core-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { CompareAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  ChipChoice,
  DataTable,
  FailedRequest,
  Muted,
  SectionCard,
  useAsked,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../api';
import type { Status } from '../../lib/readiness/describeStatus';
import { CheckLink } from './CheckLink';
import { useReadiness } from './ReadinessContext';
import { StatusChip } from './StatusChip';
import { useReadinessParameters } from './useReadinessParameters';

type Row = CompareAnswer['rows'][number];

/** Two environments side by side: the rows that differ. */
export const Compare = () => {
  const { answer } = useReadiness();
  const { compare, set } = useReadinessParameters();
  const others = answer.siblings.filter(({ subject }) => subject !== answer.subject);
  if (others.length === 0) return null;
  const chosen = others.find(({ environment }) => environment === compare);
  return (
    <SectionCard id="compare" title={`Compare ${answer.environment} with`}>
      <ChipChoice
        label={`Compare ${answer.environment} with`}
        choices={[
          { value: '', label: 'nothing' },
          ...others.map(({ environment }) => ({ value: environment, label: environment })),
        ]}
        value={chosen?.environment ?? ''}
        onChange={value => set({ compare: value === '' ? undefined : value })}
      />
      {chosen !== undefined && <Compared other={chosen.subject} />}
    </SectionCard>
  );
};

function Compared({ other }: { readonly other: string }) {
  const api = useApi(readinessApiRef);
  const { answer } = useReadiness();
  const asked = useAsked(
    `compare ${answer.subject} ${other}`,
    signal => api.compare(answer.subject, other, { signal }),
    Date.parse(answer.at),
  );
  switch (asked.state) {
    case 'loading':
      return <Skeleton width="100%" height={96} />;
    case 'failed':
      return (
        <FailedRequest
          title="They could not be compared"
          error={asked.error}
          onRetry={asked.again}
        />
      );
    case 'answered':
      return <Difference compared={asked.answer} />;
    default:
      throw new Error(asked satisfies never);
  }
}

function Difference({ compared: { a, b, rows } }: { readonly compared: CompareAnswer }) {
  if (rows.length === 0) {
    return (
      <p>
        {a.environment} and {b.environment} do not differ.
      </p>
    );
  }
  const lacking = rows.filter(row => row.b === 'pass' && row.a !== 'pass').length;
  const columns: readonly DataColumn<Row>[] = [
    {
      id: 'check',
      label: 'Check',
      cell: ({ checkId, title }) => <CheckLink check={checkId}>{title}</CheckLink>,
    },
    {
      id: 'a',
      label: a.environment,
      cell: row => <Side status={row.a} because={row.aBecause} />,
    },
    {
      id: 'b',
      label: b.environment,
      cell: row => <Side status={row.b} because={row.bBecause} />,
    },
  ];
  return (
    <>
      <p>
        {rows.length === 1 ? '1 check differs' : `${rows.length} checks differ`}
        {lacking > 0 && `; ${a.environment} lacks ${lacking} that ${b.environment} has`}.
      </p>
      <DataTable
        caption={`${a.environment} beside ${b.environment}`}
        columns={columns}
        rows={rows}
        rowKey={({ checkId }) => checkId}
      />
    </>
  );
}

function Side({
  status,
  because,
}: {
  readonly status: Status | undefined;
  readonly because: string | undefined;
}) {
  if (status === undefined) return <Muted>not asked</Muted>;
  return (
    <>
      <StatusChip status={status} /> {because !== undefined && <Muted>{because}</Muted>}
    </>
  );
}
