// One line a channel. The first that accepts a contact tells it.
export type { ChannelAnswer, NoticeChannel, NoticeMessage } from './NoticeChannel';
export { NotificationsChannel } from './NotificationsChannel';
export { ModuleChannel, NOTICE_REQUESTED } from './ModuleChannel';
