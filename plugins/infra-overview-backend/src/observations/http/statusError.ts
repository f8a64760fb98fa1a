import { RemoteError } from './RemoteError';

/** @param question - the endpoint as a pattern: `GET /apps/{app}` */
export function statusError(status: number, question: string): RemoteError {
  switch (true) {
    case status === 401:
      return new RemoteError('refused-token', `the token is not accepted (401)`, status);
    case status === 403:
      return new RemoteError('forbidden', `the token may not ask ${question} (403)`, status);
    case status === 404:
      return new RemoteError('not-found', `nothing found at ${question} (404)`, status);
    case status === 429:
      return new RemoteError('rate-limited', `too many requests, at ${question} (429)`, status);
    case status >= 500:
      return new RemoteError('unavailable', `out of order at ${question} (${status})`, status);
    default:
      return new RemoteError(
        'unexpected-status',
        `an answer we do not know at ${question} (${status})`,
        status,
      );
  }
}
