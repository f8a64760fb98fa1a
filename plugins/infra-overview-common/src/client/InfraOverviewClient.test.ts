import { noipm } from '../overview/__fixtures__/noipm';
import { InfraOverviewClient } from './InfraOverviewClient';
import { fleetQueryText } from './fleetQueryText';

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
  expect([
    fleetQueryText({}),
    fleetQueryText({ owner: 'group:default/core', missing: [] }),
  ]).toEqual(['', '?owner=group%3Adefault%2Fcore']);
});
