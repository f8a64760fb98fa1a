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
    /** What looks at what really runs. Where two disagree, the first that is named here is believed. */
    sources?: {
      /** Apps, add-ons, backups and domains at Heroku. */
      heroku?: {
        /**
         * A token of scope `read`, which cannot see configuration variables. One that can is refused.
         * @visibility secret
         */
        token: string;
        /** Default: every 15 minutes. What was seen counts as old after three times that, at least a day. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        apiUrl?: string;
        dataUrl?: string;
        /** All sources of one account share its limit. */
        requestsPerHour?: number;
        /** `trusted`: an operator answers for the scope where the platform does not tell it. Default: required. */
        scopeProof?: 'required' | 'trusted';
        /** Apps that no document names. */
        bindings?: { app: string; entityRef: string; environment: string }[];
      };
      /** Terraform states, read from files or addresses. */
      terraform?: {
        /** Default: every hour. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** The folder that every `path` is in. */
        directory?: string;
        states: {
          id: string;
          path?: string;
          url?: string;
          entityRef: string;
          environment?: string;
        }[];
      };
      /** Pipeline files, read as what they intend. */
      circleci?: {
        /** Default: every hour. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        files: {
          id: string;
          url?: string;
          path?: string;
          entityRef: string;
          /** Environment by app or job. */
          environments?: { [appOrJob: string]: string };
        }[];
      };
      /** Names of other tools that may push what they see to `POST /v1/observations`, each its own. */
      pushed?: string[];
    };
    drift?: {
      /** How often all projects are compared again, beside after each look. Default: every hour. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    notifications?: {
      /** Tell owners of drift, of doubts and of what is past its cadence. Default: false. */
      enabled?: boolean;
    };
    reminders?: {
      /** When owners are told what is past its cadence, once a project and week at most. Default: Mondays at 8, UTC. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
