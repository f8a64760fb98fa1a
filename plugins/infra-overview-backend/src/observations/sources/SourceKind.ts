import type {
  LoggerService,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ObservationSource } from '../ObservationSource';

export interface SourceDeps {
  /** The value at `infraOverview.sources.<id>`. */
  readonly config: RootConfigService;
  readonly logger: LoggerService;
  readonly urlReader: UrlReaderService;
  readonly now: () => number;
}

export interface SourceKind {
  readonly id: string;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /** Reads the configuration; throws an InputError that names the key. */
  create(deps: SourceDeps): ObservationSource;
}
