import { ResponseError } from '@backstage/errors';
import type { CallOptions } from './DeployWindowsApi';

/** Handed in, so that browser, backend and command share the client. */
export interface ClientOptions {
  readonly fetchApi: { readonly fetch: typeof globalThis.fetch };
  /** `plugin://deploy-windows/v1` in the browser, the discovered address elsewhere. */
  readonly baseUrl: string;
}

/** @throws ResponseError with the server's message and code */
export async function request(
  { fetchApi, baseUrl }: ClientOptions,
  method: string,
  path: string,
  body: unknown,
  options: CallOptions = {},
): Promise<Response> {
  const response = await fetchApi.fetch(`${baseUrl}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(options.token !== undefined && { Authorization: `Bearer ${options.token}` }),
      ...(options.idempotencyKey !== undefined && { 'Idempotency-Key': options.idempotencyKey }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(options.signal !== undefined && { signal: options.signal }),
  });
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return response;
}
