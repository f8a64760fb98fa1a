import { SourceError } from '../SourceError';

/** Why an outside system gave no answer that can be used. */
export type RemoteFailure =
  | 'refused-token'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'unavailable'
  | 'unexpected-status'
  | 'timeout'
  | 'network'
  | 'too-large'
  | 'not-json'
  | 'changed-shape'
  | 'too-many-pages'
  | 'gave-up';

/**
 * Its message is made of our words, a status code and the endpoint as a pattern. Nothing the other side sent is in it, nor is
 * the error that fetch threw: either may hold an address with a password.
 */
export class RemoteError extends SourceError {
  constructor(
    readonly failure: RemoteFailure,
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }
}
