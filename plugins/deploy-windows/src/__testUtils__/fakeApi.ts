import type { DeployWindowsApi } from 'backstage-plugin-deploy-windows-common';

/** Answers what a test says; anything else fails and names itself. */
export function fakeApi(answers: Partial<DeployWindowsApi>): DeployWindowsApi {
  return new Proxy(answers as DeployWindowsApi, {
    get: (given, name: keyof DeployWindowsApi) =>
      given[name] ??
      (async () => {
        throw new Error(`This test does not answer ${String(name)}`);
      }),
  });
}
