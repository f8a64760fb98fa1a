import type { EventsService } from '@backstage/plugin-events-node';
import { instantText } from 'backstage-plugin-deploy-windows-common';
import type { ChannelAnswer, NoticeChannel, NoticeMessage } from './NoticeChannel';

export const NOTICE_REQUESTED = 'deploy-windows.notice-requested';

/** Another module of the backend sends it, by mail for example, and reports to `/v1/notices/:id/deliveries`. */
export class ModuleChannel implements NoticeChannel {
  readonly id = 'module';
  readonly #events: Pick<EventsService, 'publish'>;

  constructor(events: Pick<EventsService, 'publish'>) {
    this.#events = events;
  }

  accepts(): boolean {
    return true;
  }

  async send({ notice, recipient }: NoticeMessage): Promise<ChannelAnswer> {
    const { id, audience, target, from, to, title, text } = notice;
    await this.#events.publish({
      topic: NOTICE_REQUESTED,
      eventPayload: {
        noticeId: id,
        channel: this.id,
        recipient,
        audience,
        target,
        title,
        text,
        from: instantText(from),
        to: instantText(to),
      },
    });
    return { outcome: 'handed-on' };
  }
}
