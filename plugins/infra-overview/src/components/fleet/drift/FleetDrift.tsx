import { useApi } from '@backstage/core-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import type { FleetDriftPage } from 'backstage-plugin-infra-overview-common';
import { FailedRequest, useNow } from 'backstage-plugin-infra-overview-react';
import { useCallback, useMemo } from 'react';
import { infraOverviewApiRef } from '../../../api/infraOverviewApiRef';
import { DataTable, Muted } from '../../kit';
import { DownloadCsv } from '../DownloadCsv';
import styles from '../Fleet.module.css';
import { useProjectHref } from '../useProjectHref';
import { usePages } from '../usePages';
import { FleetDriftFilters } from './FleetDriftFilters';
import { fleetDriftColumns } from './fleetDriftColumns';
import { useFleetDriftQuery } from './fleetDriftQuery';

const PAGE_SIZE = 50;

/** Every difference of every project the reader may see, one row each. */
export const FleetDrift = () => {
  const api = useApi(infraOverviewApiRef);
  const now = useNow();
  const hrefOf = useProjectHref();
  const { query, change, clear } = useFleetDriftQuery();
  const drift = usePages<FleetDriftPage['rows'][number]>(
    useCallback(
      (cursor, signal) =>
        api.fleetDrift(
          { ...query, limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) },
          { signal },
        ),
      [api, query],
    ),
  );
  const columns = useMemo(() => fleetDriftColumns(hrefOf, now), [hrefOf, now]);
  const isFiltered = Object.keys(query).length > 0;
  const isEmpty = drift.isAnswered && drift.error === undefined && drift.rows.length === 0;
  return (
    <>
      <FleetDriftFilters query={query} onChange={change} />
      <div className={styles.bar}>
        <span role="status">
          <Muted>{drift.isAnswered ? countWords(drift) : 'Loading differences'}</Muted>
        </span>
        <DownloadCsv load={() => api.fleetDriftCsv(query)} file="drift.csv" />
      </div>
      {drift.error !== undefined && (
        <FailedRequest
          title="The differences could not be loaded"
          error={drift.error}
          onRetry={drift.retry}
        />
      )}
      {!drift.isAnswered && <Skeleton height="24rem" />}
      {isEmpty && (
        <div className={styles.empty}>
          <p>
            {isFiltered
              ? 'No difference that you may see matches these filters.'
              : 'No source sees a difference in a project that you may see.'}
          </p>
          {isFiltered && (
            <Button variant="secondary" onPress={clear}>
              Clear all filters
            </Button>
          )}
        </div>
      )}
      {drift.rows.length > 0 && (
        <div className={styles.table} aria-busy={drift.isLoading}>
          <DataTable
            caption="Differences of all projects"
            columns={columns}
            rows={drift.rows}
            rowKey={({ entityRef, finding }) => `${entityRef} ${finding.id}`}
          />
        </div>
      )}
      {drift.hasMore && (
        <Button variant="secondary" onPress={drift.more} isPending={drift.isLoading}>
          Show more differences
        </Button>
      )}
    </>
  );
};

function countWords({
  rows,
  hasMore,
}: {
  readonly rows: readonly unknown[];
  readonly hasMore: boolean;
}): string {
  const words = rows.length === 1 ? '1 difference' : `${rows.length} differences`;
  return hasMore ? `the first ${words}` : words;
}
