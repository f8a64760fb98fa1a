import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /** Infrastructure overviews and the fleet. */
  infraOverview?: {
    fleet?: {
      /**
       * How often the fleet asks the catalog what changed. One replica asks for all.
       * Default: every 15 seconds, first after three seconds, given up after ten minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Rows of a page when a request does not say, 1 to 200. Default: 50. */
      pageSize?: number;
    };
  };
}
