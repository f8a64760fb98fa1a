import type { DeployWindowsApi, ReadinessApi } from 'backstage-plugin-deploy-windows-common';

/** Answers what a test says; anything else fails and names itself. */
export const fakeApi = (answers: Partial<DeployWindowsApi>): DeployWindowsApi => fakeOf(answers);
export const fakeReadinessApi = (answers: Partial<ReadinessApi>): ReadinessApi => fakeOf(answers);

function fakeOf<Api extends object>(answers: Partial<Api>): Api {
  return new Proxy(answers as Api, {
    get: (given, name) =>
      given[name as keyof Api] ??
      (async () => {
        throw new Error(`This test does not answer ${String(name)}`);
      }),
  });
}
