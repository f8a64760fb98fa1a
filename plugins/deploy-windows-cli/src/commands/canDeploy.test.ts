import { aDecision, anAllowedDecision } from '../__testUtils__/answers';
import { json, ran, refusal, TOKEN, type Reply } from '../__testUtils__/testWorld';

const ASK = ['can-deploy', '--entity', 'System:NOIPM', '--environment', 'production'];
const times =
  (count: number, first: Reply, then: Reply): Reply =>
  (sent, asked) =>
    asked <= count ? first(sent, asked) : then(sent, asked);
const blocked: Reply = () => json(aDecision());
const allowed: Reply = () => json(anAllowedDecision());
const down: Reply = () =>
  refusal(503, 'ServiceUnavailableError', 'The database is away', 'DATABASE');
const unreachable: Reply = () => {
  throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
};
const tooSlow: Reply = () => {
  throw new DOMException(`The operation was aborted, Bearer ${TOKEN}`, 'TimeoutError');
};

it('asks for the target in its full form, with the token', async () => {
  const { sent } = await ran(
    [...ASK, '--change-type', 'config', '--duration', 'PT20M', '--zone', 'Europe/Oslo'],
    { reply: allowed },
  );
  expect(sent).toHaveLength(1);
  expect(sent[0]?.path).toBe(
    '/v1/decision?entity=system%3Adefault%2Fnoipm&environment=production&changeType=config&duration=PT20M&zone=Europe%2FOslo',
  );
  expect(sent[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
});

it('says yes, and how long that holds', async () => {
  const { code, out, err } = await ran(ASK, {
    reply: () =>
      json(
        anAllowedDecision({ warnings: [{ code: 'FIT_WARN', text: 'it may run past the close' }] }),
      ),
  });
  expect(code).toBe(0);
  expect(out).toEqual([
    'Yes, until Tue 24 Nov, 12:00: then Agreed with IPM ends (America/Chicago).',
    'Warning: it may run past the close.',
    'This answer holds until 2026-11-24T17:15:00Z.',
  ]);
  expect(err).toEqual([]);
});

it('says no, why, and what helps', async () => {
  const { code, out } = await ran(ASK, { reply: blocked });
  expect(code).toBe(1);
  expect(out).toEqual([
    'Not now: IPM staff must be told 24 hours before. Free without notice: Tue 1 Dec, 09:00 (America/Chicago).',
    'NOTICE_REQUIRED: IPM staff must be told 24 hours before. What helps: telling them (deploy-windows notice send), waiting until 2026-12-01T15:00:00Z or an override.',
  ]);
});

describe('what is no answer, and what is wrong use', () => {
  it.each<[string, Reply, number, RegExp]>([
    [
      'unknown target',
      () =>
        refusal(
          404,
          'NotFoundError',
          'system:default/noipm has no environment prod; there are production, ci',
          'UNKNOWN_TARGET',
        ),
      2,
      /there are production, ci/,
    ],
    [
      'a wrong address',
      () => refusal(404, 'NotFoundError', 'Not found'),
      2,
      /Is https:\/\/portal.example.org\/api\/deploy-windows the address of the API/,
    ],
    [
      'not permitted',
      () => refusal(403, 'NotAllowedError', 'You need deploy-windows.decision.read'),
      2,
      /deploy-windows.decision.read/,
    ],
    [
      'a wrong token',
      () => refusal(401, 'AuthenticationError', 'Illegal token'),
      2,
      /does not know this token/,
    ],
    ['a bad request', () => refusal(400, 'InputError', 'zone: no such zone'), 2, /no such zone/],
    ['the database is away', down, 3, /No answer .*\(503\). The database is away/],
    ['broken', () => refusal(500, 'Error', 'boom'), 3, /\(500\)/],
    ['too many requests', () => refusal(429, 'Error', 'slow down'), 3, /\(429\)/],
    ['unreachable', unreachable, 3, /cannot be reached \(ECONNREFUSED\)/],
    ['too slow', tooSlow, 3, /did not answer within 10 seconds/],
    ['a page instead of JSON', () => new Response('<html>', { status: 200 }), 3, /not JSON/],
    [
      'an answer of another version',
      () => json({ outcome: 'perhaps' }),
      3,
      /words this version does not know/,
    ],
  ])('%s', async (_, reply, expected, words) => {
    const { code, out, err } = await ran(ASK, { reply });
    expect(code).toBe(expected);
    expect(out).toEqual([]);
    expect(err.join('\n')).toMatch(words);
    expect(err.join('\n')).not.toContain(TOKEN);
  });

  it('a server that is not named', async () => {
    const { code, err } = await ran(ASK, { env: { DEPLOY_WINDOWS_URL: '' } });
    expect(code).toBe(2);
    expect(err[0]).toMatch(/set DEPLOY_WINDOWS_URL or --url/);
  });
});

describe('--json', () => {
  it('prints the body unchanged, with fields this version does not know', async () => {
    const text = `${JSON.stringify({ later: [1], ...aDecision() }, null, 1)}\n`;
    const { code, out } = await ran([...ASK, '--json'], { reply: () => new Response(text) });
    expect([code, out]).toEqual([1, [text]]);
  });

  it('prints the body of a refusal as well', async () => {
    const { code, out, err } = await ran([...ASK, '--json'], {
      reply: () => refusal(404, 'NotFoundError', 'unknown', 'UNKNOWN_TARGET'),
    });
    expect(code).toBe(2);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ error: { code: 'UNKNOWN_TARGET' } });
    expect(err).toEqual(['unknown.']);
  });

  it('hides a token that a server repeats', async () => {
    const { out } = await ran([...ASK, '--json'], {
      reply: () => json(aDecision({ principal: TOKEN })),
    });
    expect(out.join('')).not.toContain(TOKEN);
  });
});

describe('--wait', () => {
  it.each<
    [
      string,
      { reply: Reply; wait: string; random?: number },
      { code: number; slept: number[]; asked: number },
    ]
  >([
    [
      'asks again when the server says',
      { reply: times(1, blocked, allowed), wait: 'PT2H' },
      { code: 0, slept: [300_000], asked: 2 },
    ],
    [
      'spreads pipelines that wait for one opening',
      { reply: times(1, blocked, allowed), wait: 'PT2H', random: 0.5 },
      { code: 0, slept: [315_000], asked: 2 },
    ],
    [
      'never asks within 15 seconds',
      {
        reply: times(2, () => json(aDecision({ retryAt: '2026-11-24T17:00:01Z' })), allowed),
        wait: 'PT2H',
      },
      { code: 0, slept: [15_000, 15_000], asked: 3 },
    ],
    [
      'asks a last time when the wait ends',
      { reply: blocked, wait: 'PT6M' },
      { code: 1, slept: [300_000, 60_000], asked: 3 },
    ],
    [
      'gives up when less than 15 seconds are left',
      { reply: blocked, wait: 'PT5M10S' },
      { code: 1, slept: [300_000], asked: 2 },
    ],
    [
      'does not wait for what is shorter',
      { reply: blocked, wait: 'PT10S' },
      { code: 1, slept: [], asked: 1 },
    ],
    [
      'outlives a server that is away for a while',
      { reply: times(2, down, allowed), wait: 'PT2H' },
      { code: 0, slept: [15_000, 15_000], asked: 3 },
    ],
    [
      'ends without an answer where there never was one',
      { reply: unreachable, wait: 'PT30S' },
      { code: 3, slept: [15_000, 15_000], asked: 3 },
    ],
    [
      'stops at once where asking again cannot help',
      { reply: () => refusal(403, 'NotAllowedError', 'no'), wait: 'PT2H' },
      { code: 2, slept: [], asked: 1 },
    ],
  ])('%s', async (_, { reply, wait, random }, expected) => {
    const { code, slept, sent } = await ran([...ASK, '--wait', wait], {
      reply,
      ...(random !== undefined && { random }),
    });
    expect({ code, slept, asked: sent.length }).toEqual(expected);
  });

  it('stays away as long as the server asks', async () => {
    const busy: Reply = () =>
      json({ error: { name: 'ServiceUnavailableError', message: 'busy' } }, 503, {
        'Retry-After': '120',
      });
    const { slept } = await ran([...ASK, '--wait', 'PT1H'], { reply: times(1, busy, allowed) });
    expect(slept).toEqual([120_000]);
  });

  it('says what it waits for, once, beside the answer', async () => {
    const { out, err } = await ran([...ASK, '--wait', 'PT11M'], { reply: blocked });
    expect(err.filter(line => line.startsWith('Not now'))).toHaveLength(1);
    expect(err[1]).toBe('Asking again in 5 minutes; waiting for 11 minutes at most.');
    expect(out[0]).toMatch(/^Not now/);
  });
});

describe('--on-unavailable', () => {
  it.each([
    ['blocks unless said otherwise', [], 3],
    ['block', ['--on-unavailable', 'block'], 3],
    ['allow', ['--on-unavailable', 'allow'], 0],
    ['last-known without an answer', ['--on-unavailable', 'last-known'], 3],
  ])('%s', async (_, flags, expected) => {
    expect((await ran([...ASK, ...flags], { reply: down })).code).toBe(expected);
  });

  it('allow is loud', async () => {
    const { err } = await ran([...ASK, '--on-unavailable', 'allow'], { reply: down });
    expect(err.at(-1)).toMatch(/^WARNING: NOBODY ANSWERED/);
  });

  it.each([
    ['wrong use', () => refusal(404, 'NotFoundError', 'unknown', 'UNKNOWN_TARGET'), 2],
    ['a held deploy', blocked, 1],
  ])('allow does not open %s', async (_, reply, expected) => {
    expect((await ran([...ASK, '--on-unavailable', 'allow'], { reply })).code).toBe(expected);
  });

  describe('last-known', () => {
    const LAST = [...ASK, '--on-unavailable', 'last-known'];
    const SAID = Date.parse('2026-11-24T17:00:00Z');
    const kept = async (reply: Reply) => (await ran(LAST, { reply, now: SAID })).files;

    it.each([
      ['the answer is used while it holds', LAST, 14, 0],
      ['not any longer', LAST, 15, 3],
      ['not for another change', [...LAST, '--change-type', 'config'], 1, 3],
      ['not after the clock was set back', LAST, -1, 3],
    ])('%s', async (_, args, minutes, expected) => {
      const files = await kept(allowed);
      expect((await ran(args, { reply: down, files, now: SAID + minutes * 60_000 })).code).toBe(
        expected,
      );
    });

    it('no answer is trusted for more than 15 minutes', async () => {
      const files = await kept(() =>
        json(anAllowedDecision({ validUntil: '2026-11-25T17:00:00Z' })),
      );
      expect((await ran(LAST, { reply: down, files, now: SAID + 16 * 60_000 })).code).toBe(3);
    });

    it('a blocked answer is not kept', async () => {
      expect([...(await kept(blocked)).keys()]).toEqual([]);
    });

    it('a file of another question is no answer, whoever wrote it', async () => {
      const files = await kept(allowed);
      const text = [...files.values()][0] ?? '';
      const other = [...LAST, '--last-known-file', 'mine.json', '--environment', 'staging'].filter(
        (word, at, all) =>
          !(word === 'production' || (word === '--environment' && all[at + 1] === 'production')),
      );
      expect(
        (await ran(other, { reply: down, files: new Map([['mine.json', text]]), now: SAID })).code,
      ).toBe(3);
    });

    it('an answer that cannot be kept is still an answer', async () => {
      const { code, err } = await ran([...LAST, '--last-known-file', '/read-only/last.json'], {
        reply: allowed,
      });
      expect([code, err]).toEqual([
        0,
        ['The answer is not kept for later: /read-only/last.json cannot be written (EROFS).'],
      ]);
    });

    it('keeps no token', async () => {
      const files = await kept(allowed);
      expect([...files.keys(), ...files.values()].join('\n')).not.toContain(TOKEN);
    });
  });
});
