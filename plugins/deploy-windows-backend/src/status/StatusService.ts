import type { StatusAnswer } from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../api/route';

/** How well the plugin knows what it says: zone data, documents, clocks. */
export interface StatusService {
  status(options: CallOptions): Promise<StatusAnswer>;
}

/** What is not as it should be, from one of the rooms. */
export interface StatusProblem {
  readonly source: string;
  readonly text: string;
}
