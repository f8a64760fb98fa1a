import { noticeStateOf } from './noticeStateOf';
import type { DeliveryState } from './NoticeStore';

const given = (text: string) =>
  text.split(' ').map(word => {
    const [state, at] = word.split('@');
    return { state: state as DeliveryState, ...(at !== undefined && { sentAt: Number(at) }) };
  });

describe('noticeStateOf', () => {
  it.each<['any' | 'all', string, string, number | undefined]>([
    ['any', 'queued queued', 'queued', undefined],
    ['any', 'sending queued', 'sending', undefined],
    ['any', 'sent@5 queued', 'sent', 5],
    ['any', 'sent@5 recorded@3 failed', 'sent', 3],
    ['any', 'recorded@3', 'recorded', 3],
    ['any', 'failed unconfirmed', 'unconfirmed', undefined],
    ['any', 'failed failed', 'failed', undefined],
    ['all', 'sent@5 queued', 'queued', undefined],
    ['all', 'sent@5 failed', 'failed', undefined],
    ['all', 'sent@5 unconfirmed', 'unconfirmed', undefined],
    ['all', 'sent@5 recorded@9', 'sent', 9],
  ])('%s of %s: %s since %s', (require, deliveries, state, effectiveAt) => {
    expect(noticeStateOf(require, given(deliveries))).toEqual({
      state,
      ...(effectiveAt !== undefined && { effectiveAt }),
    });
  });

  it('nobody to tell is not told', () => {
    expect(noticeStateOf('all', [])).toEqual({ state: 'failed' });
  });
});
