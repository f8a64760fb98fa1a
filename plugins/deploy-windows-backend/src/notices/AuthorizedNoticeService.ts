import {
  noticeRecordPermission,
  noticeSendPermission,
  type DeliveryWish,
  type LogQueryAsked,
  type NoticeRecord,
  type NoticeWish,
} from 'backstage-plugin-deploy-windows-common';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { Targets } from '../log/Targets';
import type { NoticeService } from './NoticeService';

export class AuthorizedNoticeService implements NoticeService {
  readonly #inner: NoticeService;
  readonly #access: Access;
  readonly #targets: Targets;

  constructor(
    inner: NoticeService,
    { access, targets }: { readonly access: Access; readonly targets: Targets },
  ) {
    this.#inner = inner;
    this.#access = access;
    this.#targets = targets;
  }

  async preview(wish: NoticeWish, options: CallOptions) {
    await this.#access.require(
      noticeSendPermission,
      await this.#targets.known(wish.entity, wish.environment),
      options,
    );
    return this.#inner.preview(wish, options);
  }

  async send(wish: NoticeWish, options: CallOptions) {
    await this.#access.require(
      noticeSendPermission,
      await this.#targets.known(wish.entity, wish.environment),
      options,
    );
    return this.#inner.send(wish, options);
  }

  async record(wish: NoticeRecord, options: CallOptions) {
    await this.#access.require(
      noticeRecordPermission,
      await this.#targets.known(wish.entity, wish.environment),
      options,
    );
    return this.#inner.record(wish, options);
  }

  async confirm(id: string, evidence: string, options: CallOptions) {
    await this.#require(noticeRecordPermission, id, options);
    return this.#inner.confirm(id, evidence, options);
  }

  async withdraw(id: string, why: string, options: CallOptions) {
    await this.#require(noticeSendPermission, id, options);
    return this.#inner.withdraw(id, why, options);
  }

  async delivered(id: string, wish: DeliveryWish, options: CallOptions) {
    await this.#require(noticeRecordPermission, id, options);
    return this.#inner.delivered(id, wish, options);
  }

  /** Only what the caller may read is loaded: see `readable`. */
  list(query: LogQueryAsked, options: CallOptions) {
    return this.#inner.list(query, options);
  }

  targetOf(id: string) {
    return this.#inner.targetOf(id);
  }

  async #require(permission: typeof noticeSendPermission, id: string, options: CallOptions) {
    await this.#access.require(
      permission,
      await this.#targets.asked(await this.#inner.targetOf(id)),
      options,
    );
  }
}
