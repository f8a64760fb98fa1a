import { lockHeld, type Lock } from './lock';
import { placeInQueue, queueOrder } from './queue';

const run: Lock = {
  id: 'r',
  key: 'k',
  kind: 'run',
  holder: 'external:ci',
  reason: 'deploying',
  since: 10,
  expiresAt: 20,
  token: 1,
};
const { expiresAt: _, ...kept } = { ...run, id: 'h', kind: 'hold' as const, token: 2 };

describe('lockHeld', () => {
  it.each<[string, readonly Lock[], number, string | undefined]>([
    ['a run lock', [run], 15, 'r'],
    ['not before it was taken', [run], 9, undefined],
    ['not from its end on', [run], 20, undefined],
    ['a hold has no end', [kept], 1e9, 'h'],
    ['of another key', [{ ...run, key: 'other' }], 15, undefined],
    ['the latest grant', [run, kept], 15, 'h'],
    ['none', [], 15, undefined],
  ])('%s', (_name, locks, at, expected) => expect(lockHeld(locks, 'k', at)?.id).toBe(expected));
});

describe('the queue', () => {
  const waiting = [
    { runKey: 'b', sequence: 2 },
    { runKey: 'a', sequence: 1 },
    { runKey: 'c', sequence: 3 },
  ];
  it.each([
    ['sequential', ['a', 'b', 'c'], 2],
    ['runLatest', ['c'], undefined],
    ['reject', [], undefined],
  ] as const)('%s', (policy, order, place) => {
    expect(queueOrder(policy, waiting).map(({ runKey }) => runKey)).toEqual(order);
    expect(placeInQueue(policy, waiting, 'b')).toBe(place);
  });
});
