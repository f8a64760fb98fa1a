import { noipm } from '../overview/__fixtures__/noipm';
import { InfraOverviewClient } from './InfraOverviewClient';
import { queryText } from './queryText';

const REF = 'system:default/noipm';

function answering(status: number, body: unknown) {
  const calls: { url: string; init: RequestInit | undefined }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls.push({ url: String(input), init });
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    });
  };
  return {
    calls,
    client: new InfraOverviewClient({ fetchApi: { fetch }, baseUrl: 'plugin://infra-overview/v1' }),
  };
}

const facets = {
  owners: [],
  domains: [],
  platforms: [],
  standings: [],
  stages: [],
  stores: [],
  products: [],
  providers: [],
  missing: [],
};

it.each`
  call                                                                                                    | body                                              | url
  ${(client: InfraOverviewClient) => client.overview(REF)}                                                | ${noipm}                                          | ${'/overview/system/default/noipm'}
  ${(client: InfraOverviewClient) => client.overview('Component:My-Space/a.b_c')}                         | ${noipm}                                          | ${'/overview/component/My-Space/a.b_c'}
  ${(client: InfraOverviewClient) => client.compare(REF, { a: 'ci', b: 'blue & green' })}                 | ${{ entityRef: REF, environments: [], rows: [] }} | ${'/overview/system/default/noipm/compare?a=ci&b=blue+%26+green'}
  ${(client: InfraOverviewClient) => client.fleet({})}                                                    | ${{ rows: [], hasMore: false }}                   | ${'/fleet'}
  ${(client: InfraOverviewClient) => client.fleet({ text: 'x y', missing: ['tls', 'backup'], limit: 5 })} | ${{ rows: [], hasMore: false }}                   | ${'/fleet?text=x+y&missing=tls&missing=backup&limit=5'}
  ${(client: InfraOverviewClient) => client.facets()}                                                     | ${facets}                                         | ${'/fleet/facets'}
`('asks $url once', async ({ call, body, url }) => {
  const { client, calls } = answering(200, body);
  await expect(call(client)).resolves.toEqual(JSON.parse(JSON.stringify(body)));
  expect(calls.map(made => made.url)).toEqual([`plugin://infra-overview/v1${url}`]);
});

const observed = {
  entityRef: REF,
  sources: [],
  drift: [],
  driftCount: 0,
  facts: [],
  procedures: [],
  confirmations: [],
  due: [],
  may: { confirm: 'all', note: true, refresh: true },
  computedAt: 1,
};
const confirmation = {
  id: 'c1',
  entityRef: REF,
  path: 'addons[db]',
  answer: 'still-true',
  valueHash: 'abc',
  by: 'user:default/ada',
  at: 1,
};

it.each`
  call                                                                                                  | answer                          | method       | url                                                                     | sent
  ${(client: InfraOverviewClient) => client.observed(REF)}                                              | ${observed}                     | ${undefined} | ${'/overview/system/default/noipm/observed'}                            | ${undefined}
  ${(client: InfraOverviewClient) => client.refresh(REF)}                                               | ${observed}                     | ${'POST'}    | ${'/overview/system/default/noipm/refresh'}                             | ${{}}
  ${(client: InfraOverviewClient) => client.confirm(REF, { path: 'addons[db]', answer: 'still-true' })} | ${confirmation}                 | ${'POST'}    | ${'/overview/system/default/noipm/confirmations'}                       | ${{ path: 'addons[db]', answer: 'still-true' }}
  ${(client: InfraOverviewClient) => client.withdrawConfirmation(REF, 'a/b')}                           | ${{}}                           | ${'DELETE'}  | ${'/overview/system/default/noipm/confirmations/a%2Fb'}                 | ${undefined}
  ${(client: InfraOverviewClient) => client.fleetDrift({ status: 'different', limit: 5 })}              | ${{ rows: [], hasMore: false }} | ${undefined} | ${'/drift?status=different&limit=5'}                                    | ${undefined}
  ${(client: InfraOverviewClient) => client.observedFacts([REF, 'component:default/a'])}                | ${{ items: [] }}                | ${undefined} | ${'/observed?ref=system%3Adefault%2Fnoipm&ref=component%3Adefault%2Fa'} | ${undefined}
  ${(client: InfraOverviewClient) => client.sources()}                                                  | ${[]}                           | ${undefined} | ${'/sources'}                                                           | ${undefined}
`('sends $method $url', async ({ call, answer, method, url, sent }) => {
  const { client, calls } = answering(200, answer);
  await call(client);
  const [made] = calls;
  expect(made?.url).toBe(`plugin://infra-overview/v1${url}`);
  expect(made?.init?.method).toBe(method);
  expect(made?.init?.body).toBe(sent === undefined ? undefined : JSON.stringify(sent));
});

it('hands on the token of a service and the signal of a page', async () => {
  const { client, calls } = answering(200, facets);
  const { signal } = new AbortController();
  await client.facets({ token: 'of-a-service', signal });
  expect(calls[0]?.init).toEqual({ headers: { Authorization: 'Bearer of-a-service' }, signal });
});

it.each`
  status | name
  ${404} | ${'NotFoundError'}
  ${403} | ${'NotAllowedError'}
  ${503} | ${'ServiceUnavailableError'}
`('a failure with $status is an error, never an empty page', async ({ status, name }) => {
  const body = { error: { name, message: 'no' }, response: { statusCode: status } };
  await expect(answering(status, body).client.overview(REF)).rejects.toMatchObject({
    name: 'ResponseError',
    statusCode: status,
  });
});

it('says so when an answer is not understood', async () => {
  await expect(answering(200, { surprise: true }).client.overview(REF)).rejects.toThrow(
    /not understood/,
  );
});

it('leaves out what is not asked', () => {
  expect([queryText({}), queryText({ owner: 'group:default/core', missing: [] })]).toEqual([
    '',
    '?owner=group%3Adefault%2Fcore',
  ]);
});
