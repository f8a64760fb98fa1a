import { http, HttpResponse, delay } from 'msw';
import { setupServer } from 'msw/node';
import { SourceError } from '../SourceError';
import { virtualTime } from './__testUtils__/virtualTime';
import { HttpClient, type HttpClientOptions } from './HttpClient';
import { pagesByRange } from './pagesByRange';
import { RequestBudget } from './RequestBudget';

const BASE = 'https://outside.example';
const server = setupServer();
const { signal } = new AbortController();
/** Drawn at run time: what a server might repeat of what it was sent, or hold by itself. */
const planted = Math.random().toString(36).slice(2).repeat(3);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function aClient(options: Partial<HttpClientOptions> = {}) {
  const time = virtualTime();
  const budget = new RequestBudget({ perHour: 1_000, ...time });
  const headers = { Authorization: `Bearer ${planted}` };
  const client = new HttpClient({
    baseUrl: BASE,
    headers,
    budget,
    ...time,
    jitter: () => 1,
    ...options,
  });
  return { client, time };
}

const asked = { path: '/things/1', question: 'GET /things/{thing}' };
const answers = (...responses: (() => Response | Promise<Response>)[]) => {
  let [count] = [0];
  server.use(
    http.get(`${BASE}/things/1`, () => responses[Math.min(count++, responses.length - 1)]?.()),
  );
  return () => count;
};
const failing = (status: number, headers = {}) =>
  new HttpResponse(`refused ${planted}`, { status, headers });

describe('asking an outside system', () => {
  it('brings the answer', async () => {
    answers(() => HttpResponse.json({ name: 'one' }));
    expect((await aClient().client.get(asked, signal)).body).toEqual({ name: 'one' });
  });

  it('asks again after 429 and 5xx, as late as the server wishes', async () => {
    const count = answers(
      () => failing(429, { 'Retry-After': '30' }),
      () => failing(503),
      () => HttpResponse.json([]),
    );
    const { client, time } = aClient();
    await client.get(asked, signal);
    expect(count()).toBe(3);
    expect(time.waited).toEqual([30_000, 2_000]);
  });

  it.each`
    what               | response                                                            | attempts | failure                | message
    ${'401'}           | ${() => failing(401)}                                               | ${1}     | ${'refused-token'}     | ${'the token is not accepted (401)'}
    ${'403'}           | ${() => failing(403)}                                               | ${1}     | ${'forbidden'}         | ${'the token may not ask GET /things/{thing} (403)'}
    ${'404'}           | ${() => failing(404)}                                               | ${1}     | ${'not-found'}         | ${'nothing found at GET /things/{thing} (404)'}
    ${'418'}           | ${() => failing(418)}                                               | ${1}     | ${'unexpected-status'} | ${'an answer we do not know at GET /things/{thing} (418)'}
    ${'a redirect'}    | ${() => failing(302, { Location: 'https://elsewhere.example' })}    | ${1}     | ${'unexpected-status'} | ${'an answer we do not know at GET /things/{thing} (302)'}
    ${'429 for ever'}  | ${() => failing(429)}                                               | ${4}     | ${'rate-limited'}      | ${'too many requests, at GET /things/{thing} (429)'}
    ${'500 for ever'}  | ${() => failing(500)}                                               | ${4}     | ${'unavailable'}       | ${'out of order at GET /things/{thing} (500)'}
    ${'no connection'} | ${() => HttpResponse.error()}                                       | ${4}     | ${'network'}           | ${'no connection, at GET /things/{thing}'}
    ${'HTML'}          | ${() => HttpResponse.html(`<p>${planted}</p>`)}                     | ${1}     | ${'not-json'}          | ${'the answer to GET /things/{thing} is no JSON, or ends too early'}
    ${'half of JSON'}  | ${() => new HttpResponse(`[{"name":"${planted}"},`)}                | ${1}     | ${'not-json'}          | ${'the answer to GET /things/{thing} is no JSON, or ends too early'}
    ${'too much'}      | ${() => HttpResponse.json({ name: planted.repeat(200) })}           | ${1}     | ${'too-large'}         | ${'the answer to GET /things/{thing} is larger than 1000 bytes'}
    ${'a long stream'} | ${() => new HttpResponse(new Blob([planted.repeat(200)]).stream())} | ${1}     | ${'too-large'}         | ${'the answer to GET /things/{thing} is larger than 1000 bytes'}
  `('says in our own words: $what', async ({ response, attempts, failure, message }) => {
    const count = answers(response);
    const error = await aClient({ mostBytes: 1_000 })
      .client.get(asked, signal)
      .catch(thrown => thrown);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ failure, message });
    expect(count()).toBe(attempts);
    expect(`${error.stack} ${JSON.stringify(error)} ${error.cause}`).not.toContain(planted);
  });

  it('does not wait for ever', async () => {
    const count = answers(async () => {
      await delay('infinite');
      return HttpResponse.json([]);
    });
    const { client } = aClient({ timeout: 20, attempts: 2 });
    await expect(client.get(asked, signal)).rejects.toMatchObject({ failure: 'timeout' });
    expect(count()).toBe(2);
  });

  it('stops when it is told to, in the middle of a request', async () => {
    const stop = new AbortController();
    answers(async () => {
      stop.abort(new Error('the backend stops'));
      await delay('infinite');
      return HttpResponse.json([]);
    });
    await expect(aClient().client.get(asked, stop.signal)).rejects.toThrow('the backend stops');
  });

  it('stops asking what no longer answers, until the next look', async () => {
    const count = answers(() => failing(500));
    const { client } = aClient({ attempts: 1 });
    const ask = () => client.get(asked, signal).catch(({ failure }) => failure);
    for (let times = 0; times < 8; times++) expect(await ask()).toBe('unavailable');
    expect(await ask()).toBe('gave-up');
    expect(count()).toBe(8);
    client.begin();
    expect(await ask()).toBe('unavailable');
  });

  it('lets the caller judge the headers first', async () => {
    answers(() => failing(500, { 'X-Scope': 'global' }));
    const inspect = (headers: Headers) => {
      if (headers.get('x-scope') === 'global') throw new SourceError('too much');
    };
    await expect(aClient({ inspect }).client.get(asked, signal)).rejects.toThrow('too much');
  });
});

describe('paging by range', () => {
  const ranges: (string | null)[] = [];
  const serve = (next: (range: string | null) => string | undefined) =>
    server.use(
      http.get(`${BASE}/things/1`, ({ request }) => {
        const range = request.headers.get('range');
        ranges.push(range);
        const following = next(range);
        return HttpResponse.json([range], {
          status: following ? 206 : 200,
          headers: following ? { 'Next-Range': following } : {},
        });
      }),
    );
  const all = async () => {
    const pages: unknown[] = [];
    for await (const { body } of pagesByRange(aClient().client, asked, 'id ..', signal)) {
      pages.push(body);
    }
    return pages;
  };

  it('follows to the end', async () => {
    serve(range => ({ 'id ..': 'id ]a..', 'id ]a..': 'id ]b..' })[range ?? '']);
    expect(await all()).toEqual([['id ..'], ['id ]a..'], ['id ]b..']]);
  });

  it('does not go round in circles', async () => {
    serve(() => 'id ]a..');
    await expect(all()).rejects.toThrow('the list at GET /things/{thing} repeats itself');
  });
});
