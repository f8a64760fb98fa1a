import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Infrastructure documents in the search. */
      infraOverview?: {
        /** How often the documents are collected. Default: every ten minutes, first after ten seconds. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Entities that are read at a time. Default: 200. */
        batchSize?: number;
      };
    };
  };
}
