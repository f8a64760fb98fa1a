import {
  calendarTokenPermission,
  type CalendarScope,
} from 'backstage-plugin-deploy-windows-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Access } from '../../access/Access';
import type { CallOptions } from '../../api/route';
import type { CalendarService } from './CalendarService';

/** Everyone sees and revokes their own addresses. Reading asks for the token alone. */
export class AuthorizedCalendarService implements CalendarService {
  readonly #inner: CalendarService;
  readonly #access: Access;

  constructor({ inner, access }: { readonly inner: CalendarService; readonly access: Access }) {
    this.#inner = inner;
    this.#access = access;
  }

  list(options: CallOptions) {
    return this.#inner.list(options);
  }

  async create(scope: CalendarScope, options: CallOptions) {
    await this.#access.requireBasic(calendarTokenPermission, options);
    return this.#inner.create(scope, options);
  }

  revoke(id: string, options: CallOptions) {
    return this.#inner.revoke(id, options);
  }

  read(token: string, now: Instant) {
    return this.#inner.read(token, now);
  }
}
