import type { StoredNotice } from '../NoticeStore';

export interface NoticeMessage {
  readonly notice: StoredNotice;
  /** A contact of the audience: an entity ref, or whatever a module understands, such as `mailto:…`. */
  readonly recipient: string;
  /** Of the portal. */
  readonly link: string;
}

/** What is known once a channel has been asked. A channel that throws may or may not have sent it: it is not asked again. */
export type ChannelAnswer =
  | { readonly outcome: 'sent'; readonly messageId?: string; readonly evidence?: string }
  /** Somebody else sends it and will say so. */
  | { readonly outcome: 'handed-on' }
  /** Surely not sent. */
  | { readonly outcome: 'refused'; readonly why: string };

/** One way to tell people. */
export interface NoticeChannel {
  readonly id: string;
  accepts(recipient: string): boolean;
  send(message: NoticeMessage): Promise<ChannelAnswer>;
}
