import { noticeText, noticeTitle, type NoticeFacts } from './message';

const facts: NoticeFacts = {
  audience: 'IPM staff',
  title: 'NOIPM',
  environment: 'production',
  range: 'Wed 25 Nov, 11:00–15:20',
  zone: 'America/Chicago',
};

describe('noticeText', () => {
  it.each<[string, Partial<NoticeFacts>, string]>([
    ['nothing is noticed', { impact: 'none', duration: '20 min' }, 'You should not notice it.'],
    [
      'a short interruption',
      { impact: 'brief', duration: '20 min' },
      'It may be interrupted for a short time while this is done (about 20 min in all). Please save your work before.',
    ],
    [
      'one of unknown length',
      { impact: 'brief' },
      'It may be interrupted for a short time while this is done. Please save your work before.',
    ],
    [
      'an outage',
      { impact: 'downtime', duration: '2 h' },
      'It cannot be used while this is done, for about 2 h. Please save your work before.',
    ],
    [
      'unknown is said',
      {},
      'Nobody has stated whether you will notice it. Please save your work before.',
    ],
  ])('%s', (_, more, sentence) => {
    expect(noticeText({ ...facts, ...more })).toBe(
      `To IPM staff: NOIPM (production) will be deployed within this time: Wed 25 Nov, 11:00–15:20 (America/Chicago).\n\n${sentence}`,
    );
  });

  it('numbers the steps of the procedure', () => {
    const steps = ['Maintenance mode on', 'Migrate', 'Deploy'];
    expect(noticeText({ ...facts, steps }).split('\n\n')[2]).toBe(
      'What is done:\n1. Maintenance mode on\n2. Migrate\n3. Deploy',
    );
  });

  it('has a title for an inbox', () => {
    expect(noticeTitle(facts)).toBe(
      'Planned deploy of NOIPM (production): Wed 25 Nov, 11:00–15:20 (America/Chicago)',
    );
  });
});
