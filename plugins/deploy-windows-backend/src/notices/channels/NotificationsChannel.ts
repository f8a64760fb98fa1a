import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ChannelAnswer, NoticeChannel, NoticeMessage } from './NoticeChannel';

/** The inbox of the portal, for users and groups of the catalog. */
export class NotificationsChannel implements NoticeChannel {
  readonly id = 'notifications';
  readonly #notifications: NotificationService;

  constructor(notifications: NotificationService) {
    this.#notifications = notifications;
  }

  accepts(recipient: string): boolean {
    return /^(?:user|group):/.test(recipient);
  }

  async send({ notice, recipient, link }: NoticeMessage): Promise<ChannelAnswer> {
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef: recipient },
        payload: {
          title: notice.title,
          description: notice.text,
          link,
          severity: 'high',
          topic: 'deploy-windows.notice',
          scope: `notice:${notice.id}`,
        },
      });
      return { outcome: 'sent' };
    } catch (error) {
      const status = refusalOf(error);
      if (status === undefined) throw error;
      return { outcome: 'refused', why: `The notifications of the portal answered ${status}` };
    }
  }
}

/** The service throws the status in words alone. Only what it refused at the door was surely not sent. */
function refusalOf(error: unknown): string | undefined {
  return /status (4\d\d)/.exec(error instanceof Error ? error.message : String(error))?.[1];
}
