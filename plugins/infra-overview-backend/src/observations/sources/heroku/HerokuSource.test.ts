import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { API, aSource, DATA, partOf, reportsOf } from './__testUtils__/aSource';
import { ANSWERS, herokuHandlers, POSTGRES, told } from './__testUtils__/herokuHandlers';

const server = setupServer();
let asked: string[];

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  asked = [];
  server.use(...herokuHandlers(asked));
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const { signal } = new AbortController();
const named = (reports: Awaited<ReturnType<typeof reportsOf>>, subject: string) =>
  reports.find(report => report.subject === subject);

describe('proof of scope', () => {
  const declare = (scope: string | undefined) =>
    server.use(
      http.get(`${API}/apps`, () =>
        HttpResponse.json([], { headers: scope === undefined ? {} : { 'Oauth-Scope': scope } }),
      ),
    );

  it('takes a token that can only read', async () => {
    expect(await aSource().source.prepare(signal)).toEqual({ state: 'ready' });
  });

  it.each(['global', 'read read-protected', 'write'])('refuses %s', async scope => {
    declare(scope);
    expect(await aSource().source.prepare(signal)).toEqual({
      state: 'disabled',
      reason: expect.stringContaining(
        'the token could read secrets or write; make one that cannot',
      ),
    });
  });

  it('is missing where Heroku says nothing, unless the operator vouches for it', async () => {
    declare(undefined);
    expect(await aSource().source.prepare(signal)).toEqual({
      state: 'disabled',
      reason: expect.stringContaining('scope not proven'),
    });
    const trusting = aSource({ scopeProof: 'trusted' });
    expect(await trusting.source.prepare(signal)).toEqual({ state: 'ready' });
  });

  it('does not trust a wide token, whoever vouches', async () => {
    declare('global');
    const trusting = aSource({ scopeProof: 'trusted' });
    expect(await trusting.source.prepare(signal)).toMatchObject({ state: 'disabled' });
  });

  it('a refused token is the end', async () => {
    server.use(http.get(`${API}/apps`, () => new HttpResponse('', { status: 401 })));
    expect(await aSource().source.prepare(signal)).toEqual({
      state: 'disabled',
      reason: 'the token is not accepted (401)',
    });
  });

  it('is caught up on when Heroku was out of order at the start', async () => {
    server.use(http.get(`${API}/apps`, () => new HttpResponse('', { status: 503 })));
    const heroku = aSource();
    expect(await heroku.source.prepare(signal)).toEqual({ state: 'ready' });
    declare('global');
    await expect(reportsOf(heroku, ['shop'])).rejects.toThrow('the token could read secrets');
  });

  it('ends a look in whose middle the token becomes a wide one', async () => {
    server.use(http.get(`${API}/apps/shop/domains`, () => told([], { 'Oauth-Scope': 'global' })));
    await expect(reportsOf(aSource(), ['shop'])).rejects.toThrow('the token could read secrets');
  });
});

describe('a look at Heroku', () => {
  it('brings what is wanted and what is in a pipeline with it, and no stranger', async () => {
    const reports = await reportsOf(aSource(), ['shop']);
    expect(
      reports.map(({ subject, group, environment, outcome }) => [
        subject,
        group,
        environment,
        outcome,
      ]),
    ).toEqual([
      ['shop', 'shop', 'production', 'ok'],
      ['shop-staging', 'shop', 'staging', 'ok'],
      ['shop: review apps', 'shop', 'review', 'ok'],
      ['shop: test runs', 'shop', 'ci', 'ok'],
    ]);
    expect(partOf(reports[2], 'pipeline')?.fields).toEqual({ stage: 'review' });
    expect(partOf(reports[3], 'pipeline')).toBeUndefined();
    expect(asked.join()).not.toMatch(/stranger|shop-pr-7/);
  });

  it('never sends anything but GET, and nothing to where variables are', async () => {
    const sent: string[] = [];
    const note = ({ request }: { request: Request }) =>
      sent.push(`${request.method} ${new URL(request.url).pathname}`);
    server.events.on('request:start', note);
    const heroku = aSource();
    await heroku.source.prepare(signal);
    await reportsOf(heroku, ['shop', 'gone']);
    server.events.removeAllListeners();
    expect(sent.length).toBeGreaterThan(20);
    expect(sent.filter(line => !line.startsWith('GET '))).toEqual([]);
    expect(sent.filter(line => /config|sso|oauth|token/.test(line))).toEqual([]);
  });

  it('asks for everything once', async () => {
    const heroku = aSource();
    await heroku.source.prepare(signal);
    asked.length = 0;
    await reportsOf(heroku, ['shop', 'SHOP', 'shop-staging']);
    // The shared database is asked of by both apps.
    const shared = '/client/v11/databases/pg-1';
    const twice = asked.filter((line, index) => asked.indexOf(line) !== index);
    expect(twice.filter(line => !line.includes(shared))).toEqual([]);
  });

  it('shows a shared add-on in every app it is attached to, under one name', async () => {
    const reports = await reportsOf(aSource(), ['shop']);
    for (const subject of ['shop', 'shop-staging']) {
      expect(partOf(named(reports, subject), 'addons')?.items).toMatchObject([
        { name: POSTGRES.name, fields: { product: 'heroku-postgresql', plan: 'standard-0' } },
      ]);
    }
  });

  it('says where configuration puts an app', async () => {
    const bindings = [{ app: 'shop', entityRef: 'system:default/x', environment: 'live' }];
    const [report] = await reportsOf(aSource({ bindings }), []);
    expect(report).toMatchObject({
      subject: 'shop',
      entityRef: 'system:default/x',
      environment: 'live',
    });
  });

  it('asks nothing when nothing is wanted', async () => {
    expect(await reportsOf(aSource(), [])).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('follows pages', async () => {
    const [first, ...rest] = ANSWERS['/apps'] as object[];
    server.use(
      http.get(`${API}/apps`, ({ request }) => {
        if (request.headers.get('range') !== 'id ..; max=1000') return told(rest);
        return HttpResponse.json([first] as never, {
          status: 206,
          headers: { 'Oauth-Scope': 'read', 'Next-Range': 'id ]app-1..; max=1000' },
        });
      }),
    );
    const reports = await reportsOf(aSource(), ['shop']);
    expect(named(reports, 'shop-staging')?.outcome).toBe('ok');
  });

  it.each`
    name               | reason
    ${'gone'}          | ${'no such app, or the token may not see it'}
    ${'hidden'}        | ${'no such app, or the token may not see it'}
    ${'ill'}           | ${'out of order at GET /apps/{app} (500)'}
    ${'../oauth'}      | ${'no name that Heroku gives to apps'}
    ${'..'}            | ${'no name that Heroku gives to apps'}
    ${'x/config-vars'} | ${'no name that Heroku gives to apps'}
  `('$name fails alone: $reason', async ({ name, reason }) => {
    const status: Record<string, number> = { gone: 404, hidden: 403, ill: 500 };
    server.use(
      http.get(`${API}/apps/:app`, ({ params }) =>
        HttpResponse.json({}, { status: status[`${params.app}`] ?? 418 }),
      ),
    );
    const reports = await reportsOf(aSource(), [name, 'shop']);
    expect(named(reports, name)).toEqual({ subject: name, outcome: 'failed', reason });
    expect(named(reports, 'shop')?.outcome).toBe('ok');
  });

  it('finds an app that is not listed by its name', async () => {
    const unlisted = { id: 'app-5', name: 'unlisted', maintenance: true };
    server.use(http.get(`${API}/apps/unlisted`, () => told(unlisted)));
    const [report] = await reportsOf(aSource(), ['unlisted']);
    expect(partOf(report, 'app')?.fields).toMatchObject({ 'observed.maintenance': true });
  });
});

describe('a question that fails', () => {
  const planted = Math.random().toString(36).slice(2).repeat(2);
  const everything = [
    'app',
    'processes',
    'addons',
    'domains',
    'certificates',
    'logs',
    'databases',
    'backups',
    'transfers',
    'deployment',
  ];
  const plain = (status: number) => () => new HttpResponse(planted, { status });

  it.each`
    what                          | url                                             | response                                                       | lost                                                       | said
    ${'403 of the data API'}      | ${`${DATA}/client/v11/databases/pg-1`}          | ${plain(403)}                                                  | ${['backups', 'databases']}                                | ${'the token may not ask GET /client/v11/databases/{database} (403)'}
    ${'401 of the data API'}      | ${`${DATA}/client/v11/apps/shop/transfers`}     | ${plain(401)}                                                  | ${['transfers']}                                           | ${'the token is not accepted (401)'}
    ${'404'}                      | ${`${API}/apps/shop/sni-endpoints`}             | ${plain(404)}                                                  | ${['certificates']}                                        | ${'nothing found at GET /apps/{app}/sni-endpoints (404)'}
    ${'429 for ever'}             | ${`${API}/apps/shop/formation`}                 | ${plain(429)}                                                  | ${['processes']}                                           | ${'too many requests, at GET /apps/{app}/formation (429)'}
    ${'500'}                      | ${`${API}/apps/shop/domains`}                   | ${plain(500)}                                                  | ${['certificates', 'domains']}                             | ${'out of order at GET /apps/{app}/domains (500)'}
    ${'no answer in time'}        | ${`${API}/apps/shop/log-drains`}                | ${() => delay('infinite')}                                     | ${['logs']}                                                | ${'no answer in time to GET /apps/{app}/log-drains'}
    ${'a changed shape'}          | ${`${API}/apps/shop/formation`}                 | ${() => told([{ type: 'web', quantity: planted, size: 'x' }])} | ${['processes']}                                           | ${'the answer to GET /apps/{app}/formation has a form we do not know at [0].quantity'}
    ${'an object, not a list'}    | ${`${API}/apps/shop/formation`}                 | ${() => told({ [planted]: planted })}                          | ${['processes']}                                           | ${'the answer to GET /apps/{app}/formation has a form we do not know at its top'}
    ${'a page of HTML'}           | ${`${API}/apps/shop/formation`}                 | ${() => HttpResponse.html(planted)}                            | ${['processes']}                                           | ${'the answer to GET /apps/{app}/formation is no JSON, or ends too early'}
    ${'no add-ons to be had'}     | ${`${API}/addons`}                              | ${plain(500)}                                                  | ${['addons', 'backups', 'databases', 'logs', 'transfers']} | ${'out of order at GET /addons (500)'}
    ${'no deployments to be had'} | ${`${API}/pipelines/pipe-1/latest-deployments`} | ${plain(403)}                                                  | ${['deployment']}                                          | ${'the token may not ask GET /pipelines/{pipeline}/latest-deployments (403)'}
  `('leaves the others alone: $what', async ({ url, response, lost, said }) => {
    server.use(http.get(url, response));
    const reports = await reportsOf(aSource({}, { timeout: 50 }), ['shop']);
    const shop = named(reports, 'shop');
    if (shop?.outcome !== 'partial') throw new Error('it is not partial');
    expect(shop.parts.map(({ part }) => part)).toEqual(
      everything.filter(part => !lost.includes(part)),
    );
    expect(shop.dropped).toEqual(lost.map((part: string) => `${part}: ${said}`));
    expect(JSON.stringify(reports)).not.toContain(planted);
  });

  it.each(['/apps', '/pipelines', '/pipeline-couplings'])(
    'is the end where nothing has a place without it: %s',
    async path => {
      const heroku = aSource();
      await heroku.source.prepare(signal);
      server.use(http.get(`${API}${path}`, plain(500)));
      await expect(reportsOf(heroku, ['shop'])).rejects.toThrow(
        `out of order at GET ${path} (500)`,
      );
    },
  );

  it('waits as long as Heroku says when there were too many requests', async () => {
    let count = 0;
    server.use(
      http.get(`${API}/apps/shop/formation`, () =>
        count++ === 0
          ? new HttpResponse('', { status: 429, headers: { 'Retry-After': '42' } })
          : told([]),
      ),
    );
    const heroku = aSource();
    const reports = await reportsOf(heroku, ['shop']);
    expect(named(reports, 'shop')?.outcome).toBe('ok');
    expect(heroku.time.waited).toEqual([42_000]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    server.use(
      http.get(`${API}/apps/shop/formation`, async () => {
        stop.abort(new Error('the backend stops'));
        await delay('infinite');
      }),
    );
    await expect(reportsOf(aSource(), ['shop'], stop.signal)).rejects.toThrow('the backend stops');
  });
});
