import type { Audience } from 'backstage-plugin-deploy-windows-common/evaluator';
import { invalid } from '../api/coded';
import type { NoticeChannel } from './channels';
import type { NoticeDelivery } from './NoticeStore';

export interface DeliveryMeans {
  readonly channels: readonly NoticeChannel[];
  readonly newId: () => string;
}

/**
 * One delivery for each contact of an audience, by the first channel that reaches it.
 *
 * @throws InputError with code NO_CONTACTS or NO_CHANNEL when nobody would be told
 */
export function deliveriesTo(
  { title, contacts }: Audience,
  noticeId: string,
  { channels, newId }: DeliveryMeans,
): readonly NoticeDelivery[] {
  if (contacts.length === 0) {
    throw invalid(
      'NO_CONTACTS',
      `${title} has no contacts, so nobody can be told from here. Tell them yourself and record it`,
    );
  }
  const deliveries = [...new Set(contacts)].map((recipient): NoticeDelivery => {
    const channel = channels.find(one => one.accepts(recipient));
    const base = { id: newId(), noticeId, recipient };
    return channel
      ? { ...base, channel: channel.id, state: 'queued' }
      : {
          ...base,
          channel: 'none',
          state: 'failed',
          evidence: 'No channel reaches this contact',
        };
  });
  if (deliveries.every(({ state }) => state === 'failed')) {
    throw invalid(
      'NO_CHANNEL',
      `No channel reaches the contacts of ${title}. Tell them yourself and record it`,
    );
  }
  return deliveries;
}
