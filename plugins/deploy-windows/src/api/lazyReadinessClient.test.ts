import { lazyReadinessClient } from './lazyReadinessClient';

const BASE = 'plugin://deploy-windows/v1';
const clientOf = (fetch: typeof globalThis.fetch) =>
  lazyReadinessClient({ fetchApi: { fetch }, baseUrl: BASE });

it('asks below the address of the plugin, with the subject as one part of the path', async () => {
  const fetch = jest.fn(async (..._call: readonly unknown[]) => new Response('# Readiness\n'));
  await expect(clientOf(fetch).exported('md', { owner: 'group:default/a' })).resolves.toBe(
    '# Readiness\n',
  );
  expect(fetch.mock.calls[0]?.[0]).toBe(`${BASE}/readiness/export.md?owner=group%3Adefault%2Fa`);
});

it('passes a refusal on with its code', async () => {
  const refusal = {
    error: { name: 'ConflictError', message: 'changed', code: 'FACTS_CHANGED' },
    request: { method: 'POST', url: '/' },
    response: { statusCode: 409 },
  };
  const fetch = jest.fn(async () => Response.json(refusal, { status: 409 }));
  await expect(clientOf(fetch).attest('system:default/a#b', { answers: [] })).rejects.toMatchObject(
    { body: { error: { code: 'FACTS_CHANGED' } } },
  );
});
