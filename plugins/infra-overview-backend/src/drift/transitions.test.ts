import type { DriftFinding } from 'backstage-plugin-infra-overview-common';
import { transitions, type StoredFinding } from './transitions';

const NOW = Date.UTC(2026, 10, 24);
const EARLIER = NOW - 86_400_000;

const finding = (
  status: DriftFinding['status'],
  given: Partial<DriftFinding> = {},
): DriftFinding => ({
  id: 'plan',
  path: 'environments[production].hosting.plan',
  source: 'heroku',
  status,
  title: 'Plan',
  words: '',
  at: NOW,
  ...given,
});
const note = (until: number) => ({
  note: {
    id: 'n',
    entityRef: 'system:default/shop',
    path: 'x',
    kind: 'accepted' as const,
    reason: 'tried out',
    by: 'user:default/ann',
    at: EARLIER,
    until,
  },
});
const stored = (given: Partial<StoredFinding> = {}): StoredFinding => ({
  finding: finding('different'),
  counts: true,
  since: EARLIER,
  notified: EARLIER,
  ...given,
});

it.each`
  title                                            | before                                                     | seen                                              | began | ended | since
  ${'a new difference begins'}                     | ${[]}                                                      | ${[finding('different')]}                         | ${1}  | ${0}  | ${NOW}
  ${'a known one does not begin again'}            | ${[stored()]}                                              | ${[finding('different')]}                         | ${0}  | ${0}  | ${EARLIER}
  ${'of what nobody was told is told now'}         | ${[{ ...stored(), notified: undefined }]}                  | ${[finding('different')]}                         | ${1}  | ${0}  | ${EARLIER}
  ${'what agrees again ends'}                      | ${[stored()]}                                              | ${[finding('same')]}                              | ${0}  | ${1}  | ${undefined}
  ${'what is no longer there at all ends'}         | ${[stored()]}                                              | ${[]}                                             | ${0}  | ${1}  | ${undefined}
  ${'what cannot be seen now has not ended'}       | ${[stored()]}                                              | ${[finding('stale')]}                             | ${0}  | ${0}  | ${EARLIER}
  ${'nor when the source fails'}                   | ${[stored()]}                                              | ${[finding('failed')]}                            | ${0}  | ${0}  | ${EARLIER}
  ${'and when it is seen again it does not begin'} | ${[stored({ finding: finding('stale'), counts: false })]}  | ${[finding('different')]}                         | ${0}  | ${0}  | ${EARLIER}
  ${'an old value alone begins nothing'}           | ${[]}                                                      | ${[finding('stale')]}                             | ${0}  | ${0}  | ${NOW}
  ${'what the document says nothing of is none'}   | ${[]}                                                      | ${[finding('only-observed', { unstated: true })]} | ${0}  | ${0}  | ${undefined}
  ${'a note keeps it from beginning'}              | ${[]}                                                      | ${[finding('different', note(NOW + 1))]}          | ${0}  | ${0}  | ${NOW}
  ${'until the note is over'}                      | ${[{ ...stored({ counts: false }), notified: undefined }]} | ${[finding('different', note(NOW))]}              | ${1}  | ${0}  | ${EARLIER}
  ${'whoever was not told is not told of the end'} | ${[{ ...stored(), notified: undefined }]}                  | ${[finding('same')]}                              | ${0}  | ${0}  | ${undefined}
`('$title', ({ before, seen, began, ended, since }) => {
  const found = transitions(before, seen, NOW);
  expect([found.began.length, found.ended]).toEqual([began, ended]);
  expect(found.current[0]?.since).toBe(since);
});
