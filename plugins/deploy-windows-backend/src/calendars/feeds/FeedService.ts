import type { FeedAnswer } from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../../api/route';

export interface FeedService {
  list(options: CallOptions): Promise<readonly FeedAnswer[]>;
  /** @throws NotFoundError with code UNKNOWN_FEED */
  refresh(id: string, options: CallOptions): Promise<FeedAnswer>;
}
