import type {
  CalendarScope,
  CalendarToken,
  NewCalendarToken,
} from 'backstage-plugin-deploy-windows-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../../api/route';

export interface IcsAnswer {
  readonly content: string;
  readonly etag: string;
}

/** Addresses under which calendar programs, which cannot sign in, read when deploys are possible. */
export interface CalendarService {
  list(options: CallOptions): Promise<readonly CalendarToken[]>;
  /** @throws NotFoundError when nothing in the scope is there, or visible */
  create(scope: CalendarScope, options: CallOptions): Promise<NewCalendarToken>;
  /** @throws NotFoundError */
  revoke(id: string, options: CallOptions): Promise<void>;
  /** @throws NotFoundError for an unknown token and a revoked one alike */
  read(token: string, now: Instant): Promise<IcsAnswer>;
}
