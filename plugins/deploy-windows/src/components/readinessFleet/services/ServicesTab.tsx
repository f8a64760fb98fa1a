import { Button } from '@backstage/ui';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { AskedPage } from '../AskedPage';
import { usePageParameters } from '../usePageParameters';
import styles from '../Fleet.module.css';
import { Exports } from './Exports';
import { Groups } from './Groups';
import { ServiceFilters } from './ServiceFilters';
import { ServiceTable } from './ServiceTable';
import { Trend } from './Trend';
import { filtersOf, useSubjects } from './useSubjects';
import { VerdictCounts } from './VerdictCounts';

const NO_FILTERS = {
  text: undefined,
  owner: undefined,
  system: undefined,
  domain: undefined,
  stage: undefined,
  environment: undefined,
  verdict: undefined,
  check: undefined,
  status: undefined,
  evidence: undefined,
};

/** All services by verdict, worst first. */
export const ServicesTab = () => {
  const { parameters, change } = usePageParameters();
  const filters = filtersOf(parameters);
  const { asked, more, facets } = useSubjects(filters);
  const isFiltered = Object.keys(filters).length > 0;
  const clear = (
    <Button size="small" variant="secondary" onPress={() => change(NO_FILTERS)}>
      Clear the filters
    </Button>
  );
  return (
    <>
      <ServiceFilters parameters={parameters} facets={facets} onChange={change} />
      <div className={styles.bar}>
        {isFiltered && clear}
        <Exports filters={filters} />
      </div>
      <AskedPage what="The services" asked={asked}>
        {pages => {
          const [first] = pages;
          const rows = pages.flatMap(page => page.rows);
          if (first === undefined) return null;
          return (
            <>
              <VerdictCounts counts={first.byVerdict} total={first.total} />
              {rows.length === 0 ? (
                <p>
                  {isFiltered
                    ? 'No service answers these filters.'
                    : 'Nothing is judged yet: no service has an environment, or no pack of checks asks anything.'}
                </p>
              ) : (
                <>
                  <p role="status">
                    <Muted>
                      {rows.length < first.total ? `${rows.length} of ` : ''}
                      {first.total === 1
                        ? '1 service and environment'
                        : `${first.total} services and environments`}
                      , worst first
                    </Muted>
                  </p>
                  <ServiceTable rows={rows} />
                </>
              )}
              {pages.at(-1)?.nextCursor !== undefined && (
                <Button variant="secondary" onPress={more}>
                  Show more services
                </Button>
              )}
            </>
          );
        }}
      </AskedPage>
      <Groups />
      <Trend />
    </>
  );
};
