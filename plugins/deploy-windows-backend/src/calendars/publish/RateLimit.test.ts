import { calendarRoutes, CALENDAR_PATH } from './routes';
import { RateLimit } from './RateLimit';

describe('nobody reads without end', () => {
  it('so many in each stretch of time, for each caller', () => {
    const limit = new RateLimit({ most: 2, per: 1_000 });
    expect(['a', 'a', 'a', 'b'].map(caller => limit.waitOf(caller, 5_000))).toEqual([
      0, 0, 1_000, 0,
    ]);
    expect(limit.waitOf('a', 5_400)).toBe(600);
    expect(limit.waitOf('a', 6_000)).toBe(0);
  });

  it('whoever reads too often is told to wait, before the token is looked at', async () => {
    let looked = 0;
    const calendars = { read: async () => ({ content: '', etag: String((looked += 1)) }) };
    const reading = calendarRoutes(
      calendars as never,
      new RateLimit({ most: 1, per: 60_000 }),
    ).find(({ path }) => path === CALENDAR_PATH);
    const call = {
      params: { token: 'x' },
      query: undefined,
      body: undefined,
      options: { now: 0 },
      client: '192.0.2.1',
    } as never;
    const answers = [await reading?.handle(call), await reading?.handle(call)];
    expect(answers.map(answer => answer?.status)).toEqual([undefined, 429]);
    expect(answers[1]?.headers).toEqual({ 'Retry-After': '60' });
    expect(looked).toBe(1);
  });
});
