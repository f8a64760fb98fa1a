import { lazyDeployWindowsClient } from './lazyDeployWindowsClient';

it('asks the server through the real client, at the address of the plugin', async () => {
  const fetch = jest.fn(async (..._call: readonly unknown[]) => new Response('a,b\r\n'));
  const api = lazyDeployWindowsClient({
    fetchApi: { fetch },
    baseUrl: 'plugin://deploy-windows/v1',
  });
  await expect(api.csv('deployments', { entity: 'system:default/noipm' })).resolves.toBe('a,b\r\n');
  expect(fetch.mock.calls[0]?.[0]).toBe(
    'plugin://deploy-windows/v1/exports/deployments.csv?entity=system%3Adefault%2Fnoipm',
  );
});
