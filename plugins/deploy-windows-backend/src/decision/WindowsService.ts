import type { WindowsAnswer } from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../api/route';
import type { DisplayWish } from '../display/Displays';

export interface WindowsQuery extends DisplayWish {
  readonly entity: string;
  readonly environment: string;
}

/** Which windows apply to a target, and what its policy says besides. */
export interface WindowsService {
  windows(query: WindowsQuery, options: CallOptions): Promise<WindowsAnswer>;
}
