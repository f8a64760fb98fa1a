import { ResponseErrorPanel } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import { useAgainIn } from 'backstage-plugin-infra-overview-react';
import { infraOverviewApiRef } from '../../api/infraOverviewApiRef';
import { Muted } from '../kit';
import { FleetImpactPanel } from '../impact/FleetImpactPanel';
import styles from './Fleet.module.css';
import { DownloadCsv } from './DownloadCsv';
import { FleetFilters } from './FleetFilters';
import { FleetTable } from './FleetTable';
import { isFiltered, NoRows } from './NoRows';
import { SavedQuestions } from './SavedQuestions';
import { useFacets } from './useFacets';
import { useFleet } from './useFleet';
import { useFleetQuery } from './useFleetQuery';

/** All projects: filters, saved questions, one table. */
export const Projects = () => {
  const api = useApi(infraOverviewApiRef);
  const { query, ask, change } = useFleetQuery();
  const facets = useFacets();
  const fleet = useFleet(query);
  // A portal that has just started knows its projects seconds later.
  const isEmpty = fleet.isAnswered && fleet.error === undefined && fleet.rows.length === 0;
  useAgainIn(5000, isEmpty && !fleet.isLoading && !isFiltered(query), fleet.retry);
  const isFirstLoad = !fleet.isAnswered;

  return (
    <>
      <FleetFilters query={query} facets={facets} onChange={change} />
      <SavedQuestions query={query} facets={facets} onAsk={ask} />
      <FleetImpactPanel facets={facets} />
      <div className={styles.bar}>
        <span role="status">
          <Muted>
            {isFirstLoad
              ? 'Loading projects'
              : countWords(fleet.rows.length, fleet.hasMore, fleet.total)}
          </Muted>
        </span>
        <DownloadCsv load={() => api.fleetCsv(query)} file="projects.csv" />
      </div>
      {fleet.error !== undefined && (
        <div className={styles.error}>
          <ResponseErrorPanel title="The projects could not be loaded" error={fleet.error} />
          <Button variant="secondary" onPress={fleet.retry}>
            Try again
          </Button>
        </div>
      )}
      {isFirstLoad && <Skeleton height="24rem" />}
      {isEmpty && <NoRows query={query} onClear={() => ask({})} />}
      {fleet.rows.length > 0 && (
        <div className={styles.table} aria-busy={fleet.isLoading}>
          <FleetTable rows={fleet.rows} query={query} onChange={change} />
        </div>
      )}
      {fleet.hasMore && (
        <Button variant="secondary" onPress={fleet.more} isPending={fleet.isLoading}>
          Show more projects
        </Button>
      )}
    </>
  );
};

function countWords(shown: number, hasMore: boolean, total: number | undefined): string {
  if (total !== undefined && total > shown) return `${shown} of ${total} projects`;
  const projects = shown === 1 ? '1 project' : `${shown} projects`;
  return hasMore ? `the first ${projects}` : projects;
}
