import { mockServices } from '@backstage/backend-test-utils';
import { warmUp } from './warmUp';

const logger = mockServices.logger.mock();

/** A catalog that fails so often before it answers. */
function aCatalog(failures: number) {
  const calls = { count: 0 };
  const refresh = async () => {
    calls.count += 1;
    if (calls.count <= failures) throw new Error('connection refused');
    return 3;
  };
  return { calls, refresh };
}

describe('warmUp', () => {
  it.each`
    failures | calls
    ${0}     | ${3}
    ${2}     | ${3}
    ${6}     | ${7}
  `(
    'asks until the catalog has answered, here after $failures failures',
    async ({ failures, calls }) => {
      const catalog = aCatalog(failures);
      await warmUp({
        refresh: catalog.refresh,
        logger,
        signal: new AbortController().signal,
        pauses: [0, 0],
      });
      expect(catalog.calls.count).toBe(calls);
    },
  );

  it('stops with the backend', async () => {
    const abort = new AbortController();
    const catalog = aCatalog(Infinity);
    const refresh = async () => {
      if (catalog.calls.count === 2) abort.abort();
      return catalog.refresh();
    };
    await warmUp({ refresh, logger, signal: abort.signal, pauses: [0] });
    expect(catalog.calls.count).toBe(3);
  });
});
