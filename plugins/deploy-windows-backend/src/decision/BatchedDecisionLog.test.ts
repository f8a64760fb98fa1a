import { mockServices } from '@backstage/backend-test-utils';
import { BatchedDecisionLog } from './BatchedDecisionLog';
import type { DecisionRecord } from './DecisionLogStore';

const aRecord = (id: string) => ({ id, purpose: 'gate' }) as DecisionRecord;

function aLog() {
  const written: string[][] = [];
  const planned: (() => void)[] = [];
  const state = { isDown: false };
  const log = new BatchedDecisionLog({
    store: {
      insert: async records => {
        if (state.isDown) throw new Error('the connection was lost');
        written.push(records.map(({ id }) => id));
      },
    },
    logger: mockServices.logger.mock(),
    later: work => void planned.push(work),
  });
  return { log, written, planned, state };
}

describe('BatchedDecisionLog', () => {
  it('writes nothing while a request waits, and everything at once later', async () => {
    const { log, written, planned } = aLog();
    log.add(aRecord('a'));
    log.add(aRecord('b'));
    expect([written, planned.length]).toEqual([[], 1]);
    planned[0]?.();
    await log.flush();
    expect(written).toEqual([['a', 'b']]);
  });

  it('keeps what could not be written, and each answer once', async () => {
    const { log, written, planned, state } = aLog();
    log.add(aRecord('a'));
    state.isDown = true;
    planned[0]?.();
    await log.flush();
    expect(written).toEqual([]);
    state.isDown = false;
    log.add(aRecord('b'));
    await log.flush();
    await log.flush();
    expect(written).toEqual([['a', 'b']]);
  });

  it('loses the oldest, and says so, rather than fill the memory', async () => {
    const { log, written } = aLog();
    for (let index = 0; index <= 10_000; index += 1) log.add(aRecord(String(index)));
    await log.flush();
    const ids = written.flat();
    expect([ids.length, ids[0]]).toEqual([10_000, '1']);
  });
});
