import type {
  LoggedDecision,
  LogQueryAsked,
  ReplayAnswer,
} from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../api/route';
import type { LogPage } from '../database/logPage';

/** What was decided, and whether it would be decided so again. */
export interface DecisionLogService {
  list(query: LogQueryAsked, options: CallOptions): Promise<LogPage<LoggedDecision>>;
  find(id: string, options: CallOptions): Promise<LoggedDecision>;
  /** Decides again from the inputs of then. @throws NotFoundError with code INPUTS_EXPIRED where they are not kept */
  replay(id: string, options: CallOptions): Promise<ReplayAnswer>;
}
