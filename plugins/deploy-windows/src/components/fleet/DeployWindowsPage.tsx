import { Button, Skeleton } from '@backstage/ui';
import { FailedRequest, Muted } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import styles from './Calendar.module.css';
import { CalendarActions } from './CalendarActions';
import { CalendarFilters, CalendarSteps } from './CalendarFilters';
import { CalendarTable } from './CalendarTable';
import { Sources } from './Sources';
import { Today } from './Today';
import { useCalendarQuery } from './useCalendarQuery';
import { useWindowsFleet } from './useWindowsFleet';

const NO_FILTERS = {
  text: undefined,
  owner: undefined,
  system: undefined,
  domain: undefined,
  environment: undefined,
  stage: undefined,
  state: undefined,
};

/** When every service may be deployed: filters, what happens today, one row a target. */
export const DeployWindowsPage = () => {
  const { query, change } = useCalendarQuery();
  const { fleet, isLoading, error, retry, more } = useWindowsFleet(query);
  const [inWords, setInWords] = useState(false);
  const [showsSources, setShowsSources] = useState(false);

  return (
    <div className={styles.page}>
      <CalendarFilters query={query} fleet={fleet} onChange={change} />
      <div className={styles.bar}>
        <span role="status">
          <Muted>
            {fleet === undefined
              ? 'Loading deploys'
              : countWords(fleet.rows.length, fleet.total, fleet.zone)}
          </Muted>
        </span>
        {fleet !== undefined && <CalendarActions fleet={fleet} onChanged={retry} />}
      </div>
      <div className={styles.bar}>
        <CalendarSteps query={query} fleet={fleet} onChange={change} />
        <Button variant="secondary" size="small" onPress={() => setInWords(!inWords)}>
          {inWords ? 'Show as bars' : 'Show in words'}
        </Button>
      </div>
      {error !== undefined && (
        <FailedRequest title="The deploys could not be loaded" error={error} onRetry={retry} />
      )}
      {fleet === undefined && error === undefined && <Skeleton height="24rem" />}
      {fleet !== undefined && (
        <div aria-busy={isLoading}>
          {query.start === undefined && fleet.rows.length > 0 && <Today fleet={fleet} />}
        </div>
      )}
      {fleet !== undefined && fleet.rows.length === 0 && (
        <NoTargets isFiltered={isFiltered(query)} onClear={() => change(NO_FILTERS)} />
      )}
      {fleet !== undefined && fleet.rows.length > 0 && (
        <CalendarTable fleet={fleet} inWords={inWords} />
      )}
      {fleet?.nextCursor !== undefined && (
        <Button variant="secondary" onPress={more} isPending={isLoading}>
          Show more services
        </Button>
      )}
      <div className={styles.bar}>
        <Button variant="secondary" size="small" onPress={() => setShowsSources(!showsSources)}>
          {showsSources ? 'Hide the sources' : 'Show the sources'}
        </Button>
      </div>
      {showsSources && <Sources />}
    </div>
  );
};

function isFiltered(query: object): boolean {
  return Object.keys(NO_FILTERS).some(name => name in query);
}

function countWords(shown: number, total: number, zone: string): string {
  const services = total === 1 ? '1 service and environment' : `${total} services and environments`;
  return `${shown < total ? `${shown} of ` : ''}${services}, times in ${zone}`;
}

function NoTargets({
  isFiltered: filtered,
  onClear,
}: {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}) {
  return (
    <div className={styles.page}>
      <Muted>
        {filtered
          ? 'No service answers these filters.'
          : 'No service has environments yet. Describe them under spec.infra.environments of a System or Component.'}
      </Muted>
      {filtered && (
        <div>
          <Button variant="secondary" onPress={onClear}>
            Clear the filters
          </Button>
        </div>
      )}
    </div>
  );
}
