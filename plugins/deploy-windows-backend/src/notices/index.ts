import type { Room, RoomDeps } from '../room';
import { readableTargets, Targets } from '../log/Targets';
import { AuthorizedNoticeService } from './AuthorizedNoticeService';
import type { NoticeChannel } from './channels';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { DefaultNoticeService } from './DefaultNoticeService';
import { noticeRoutes } from './routes';
import { sendDue } from './sendDue';

export { DatabaseNoticeStore } from './DatabaseNoticeStore';
export * from './channels';

export interface NoticesRoomDeps extends RoomDeps {
  /** In this order: the first that accepts a contact tells it. */
  readonly channels: readonly NoticeChannel[];
}

export function createNoticesRoom(deps: NoticesRoomDeps): Room {
  const { knex, access, directory, loader, answers, displays, channels, newId, now, logger } = deps;
  const store = new DatabaseNoticeStore({ knex });
  const targets = new Targets(directory);
  const service = new DefaultNoticeService({
    store,
    loader,
    answers,
    displays,
    channels,
    readable: (query, options) => readableTargets(targets, access, query, options),
    newId,
  });
  return {
    routes: noticeRoutes(new AuthorizedNoticeService(service, { access, targets })),
    tasks: [
      {
        id: 'send-notices',
        every: { seconds: 15 },
        timeout: { minutes: 5 },
        run: (at, signal) => sendDue({ store, channels, newId, now, logger }, at, signal),
      },
    ],
  };
}
