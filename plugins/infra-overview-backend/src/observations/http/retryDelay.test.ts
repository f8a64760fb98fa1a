import { retryDelay } from './retryDelay';

const NOW = Date.UTC(2026, 10, 24, 12);

describe('when to ask again', () => {
  it.each`
    why                                       | attempts | retryAfter                         | jitter | delay
    ${'after a second, at most'}              | ${1}     | ${undefined}                       | ${1}   | ${1_000}
    ${'twice as long each time'}              | ${3}     | ${undefined}                       | ${1}   | ${4_000}
    ${'lots are drawn between half and all'}  | ${1}     | ${undefined}                       | ${0}   | ${500}
    ${'the server knows best, in seconds'}    | ${1}     | ${'17'}                            | ${1}   | ${17_000}
    ${'or by a date'}                         | ${1}     | ${'Tue, 24 Nov 2026 12:00:30 GMT'} | ${1}   | ${30_000}
    ${'a date that is over means now'}        | ${1}     | ${'Tue, 24 Nov 2026 11:00:00 GMT'} | ${1}   | ${0}
    ${'what is neither is not believed'}      | ${1}     | ${'soon'}                          | ${1}   | ${1_000}
    ${'an hour is for the next run'}          | ${1}     | ${'3600'}                          | ${1}   | ${undefined}
    ${'four attempts are enough'}             | ${4}     | ${undefined}                       | ${1}   | ${undefined}
    ${'even when the server would take more'} | ${4}     | ${'1'}                             | ${1}   | ${undefined}
  `('$why', ({ attempts, retryAfter, jitter, delay }) => {
    expect(retryDelay({ attempts, most: 4, retryAfter, jitter, now: NOW })).toBe(delay);
  });

  it('never waits more than a minute of its own', () => {
    const asked = { attempts: 20, most: 30, retryAfter: undefined, jitter: 1, now: NOW };
    expect(retryDelay(asked)).toBe(60_000);
  });
});
