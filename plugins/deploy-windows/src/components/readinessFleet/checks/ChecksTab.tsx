import { useApi } from '@backstage/core-plugin-api';
import type { RollupAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  DataTable,
  Muted,
  linkStyles,
  useAsked,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';
import { readinessApiRef } from '../../../api';
import { STATUS_ORDER, describeStatus } from '../../../lib/readiness/describeStatus';
import { Find } from '../../fleet/FilterFields';
import { AskedPage } from '../AskedPage';
import { NumberLink } from '../NumberLink';
import { queryOf, usePageParameters } from '../usePageParameters';
import styles from '../Fleet.module.css';
import { CheckSubjects } from './CheckSubjects';

type Row = RollupAnswer['checks'][number];

// A column of numbers is no wider than its word.
const SHORT: Partial<Record<(typeof STATUS_ORDER)[number], string>> = {
  expired: 'Out of date',
  error: 'Not checked',
};

const COLUMNS: readonly DataColumn<Row>[] = [
  {
    id: 'check',
    label: 'Check',
    minWidth: '17rem',
    sortValue: ({ title }) => title,
    cell: ({ id, title, pack }) => (
      <>
        <Link to={queryOf({ tab: 'checks', check: id })} className={linkStyles.link}>
          <span className={linkStyles.text}>{title}</span>
        </Link>{' '}
        <Muted>{pack}</Muted>
      </>
    ),
  },
  { id: 'group', label: 'Group', sortValue: ({ group }) => group, cell: ({ group }) => group },
  {
    id: 'open',
    label: 'Open',
    align: 'end',
    sortValue: ({ openMust }) => openMust,
    cell: ({ openMust }) => openMust,
  },
  ...STATUS_ORDER.map(status => ({
    id: status,
    label: SHORT[status] ?? describeStatus(status).word,
    align: 'end' as const,
    sortValue: ({ byStatus }: Row) => byStatus[status],
    cell: ({ id, byStatus }: Row) => (
      <NumberLink
        count={byStatus[status]}
        words={describeStatus(status).word}
        to={queryOf({ tab: 'checks', check: id, status })}
      />
    ),
  })),
];

/** One check over all services: how many fail it, do not know it, meet it. */
export const ChecksTab = () => {
  const { parameters } = usePageParameters();
  return parameters.check === undefined ? (
    <AllChecks />
  ) : (
    <CheckSubjects key={parameters.check} check={parameters.check} status={parameters.status} />
  );
};

function AllChecks() {
  const api = useApi(readinessApiRef);
  const { parameters, change } = usePageParameters();
  const asked = useAsked('checks', signal => api.rollup({ by: 'owner' }, { signal }));
  const text = parameters.text ?? '';
  return (
    <>
      <div className={styles.filters} role="search" aria-label="Checks">
        <div className={styles.find}>
          <Find
            placeholder="Check, group, pack"
            text={text}
            onChange={value => change({ text: value === '' ? undefined : value })}
          />
        </div>
      </div>
      <AskedPage what="The checks" asked={asked}>
        {({ checks }) => {
          const rows = found(checks, text);
          if (rows.length === 0) {
            return (
              <p>{checks.length === 0 ? 'No check is asked yet.' : 'No check is called so.'}</p>
            );
          }
          return (
            <DataTable
              caption="Checks over all services"
              columns={COLUMNS}
              rows={rows}
              rowKey={({ pack, id }) => `${pack} ${id}`}
            />
          );
        }}
      </AskedPage>
    </>
  );
}

/** Most open must-haves first. */
function found(checks: readonly Row[], text: string): readonly Row[] {
  const wanted = text.toLocaleLowerCase('en-US');
  return checks
    .filter(({ id, title, group, pack }) =>
      [id, title, group, pack].some(word => word.toLocaleLowerCase('en-US').includes(wanted)),
    )
    .sort((a, b) => b.openMust - a.openMust);
}
