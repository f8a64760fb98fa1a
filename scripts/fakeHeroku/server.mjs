// A stand-in for the parts of Heroku that are looked at. Same paths, same shapes, same paging, same limit; one port for both
// hosts. It answers GET to whoever has the token, and changes by the page at its root.
import { createServer } from 'node:http';
import { answerTo } from './answers.mjs';
import { ACTIONS, page } from './page.mjs';
import { rateLimit } from './rateLimit.mjs';

const HEADERS = { 'Content-Type': 'application/json' };

/**
 * @param {object} options
 * @param options.world what there is; see noipm.mjs
 * @param options.token the one that is let in
 * @param options.scope what Heroku would declare for it
 * @param options.perHour requests an account may make
 */
export function fakeHeroku({ world, token, scope = 'read', perHour = 4_500 }) {
  const limit = rateLimit({ perHour, now: world.now });
  const requests = [];

  const answer = ({ method, path, headers }) => {
    requests.push(`${method} ${path}`);
    if (headers.authorization !== `Bearer ${token}`) {
      return json(401, { id: 'unauthorized', message: 'Invalid credentials provided.' });
    }
    if (world.failing) return json(500, { id: 'internal', message: world.secrets.word() });
    const { remaining, retryAfter } = limit.take();
    const told = { 'Oauth-Scope': scope, 'RateLimit-Remaining': remaining };
    if (retryAfter !== undefined) {
      return json(429, { id: 'rate_limit' }, { ...told, 'Retry-After': retryAfter });
    }
    if (method !== 'GET') return json(403, { id: 'forbidden' }, told);
    const { status, body, list } = answerTo(world, path);
    return list ? paged(list, headers.range, told) : json(status, body, told);
  };

  return {
    /** `GET /apps/x/formation` as often as it was asked. */
    requests: () => [...requests],
    listen: port => listen(request => control(request, world, requests) ?? answer(request), port),
  };
}

const json = (status, body, headers = {}) => ({
  status,
  headers: { ...HEADERS, ...headers },
  text: JSON.stringify(body),
});

/** `Range: id <from>..; max=<n>`; where there is more, 206 and the range of the next page. */
function paged(items, range = '', headers) {
  const most = Number(/max=(\d+)/.exec(range)?.[1] ?? 200);
  const after = /^id \](\S+)\.\./.exec(range)?.[1];
  const start = after ? items.findIndex(({ id }) => id === after) + 1 : 0;
  const slice = items.slice(start, start + most);
  const isLast = start + most >= items.length;
  const next = isLast ? {} : { 'Next-Range': `id ]${slice.at(-1)?.id}..; max=${most}` };
  return json(isLast ? 200 : 206, slice, { ...headers, ...next });
}

/** What is not Heroku's: the page, and what tests want to know. */
function control({ method, path, body, query }, world, requests) {
  if (path === '/_fake/secrets') return json(200, world.secrets.all());
  if (path === '/_fake/requests') return json(200, requests);
  if (path === '/_fake/time') return json(200, world.moveTo?.(Number(query.get('to'))) ?? {});
  if (path !== '/') return undefined;
  if (method !== 'POST') {
    return {
      status: 200,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      text: page(world),
    };
  }
  const [, change] = ACTIONS[new URLSearchParams(body).get('action')] ?? [];
  if (!change) return json(400, { message: 'There is no such action.' });
  change(world);
  return { status: 303, headers: { Location: '/' }, text: '' };
}

/** @returns {Promise<{ url: string, close: () => Promise<void> }>} */
function listen(respond, port) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { pathname: path, searchParams: query } = new URL(request.url, 'http://localhost');
    const { status, headers, text } = respond({
      method: request.method,
      path,
      headers: request.headers,
      query,
      body,
    });
    response.writeHead(status, headers).end(text);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // This machine only.
    server.listen(port, '127.0.0.1', () =>
      resolve({
        url: `http://localhost:${server.address().port}`,
        close: () => new Promise(done => server.close(done).closeAllConnections()),
      }),
    );
  });
}
