import { isError, ResponseError } from '@backstage/errors';
import { EXIT } from '../exitCode';
import { Failure } from '../failure';

export interface Call {
  readonly address: string;
  /** Milliseconds. */
  readonly limit: number;
  readonly hasToken: boolean;
  readonly body: string;
}

/** What a call that failed means to whoever asked. Built from an allow list: an error of the platform may quote a header. */
export function failureOf(error: unknown, call: Call): Failure {
  if (error instanceof Failure) return error;
  if (ResponseError.is(error)) return ofStatus(error, call);
  const { name, message } = isError(error) ? error : { name: '', message: '' };
  if (name === 'TimeoutError' || name === 'AbortError') {
    return noAnswer(`${call.address} did not answer within ${call.limit / 1000} seconds.`);
  }
  if (name === 'SyntaxError') {
    return noAnswer(
      `${call.address} answered with something that is not JSON.`,
      'Is DEPLOY_WINDOWS_URL the address of the backend, such as https://portal.example.org/api/deploy-windows?',
    );
  }
  if (message.startsWith("The server's answer was not understood.")) {
    return noAnswer(`${call.address} answers in words this version does not know. ${message}`);
  }
  return noAnswer(`${call.address} cannot be reached${networkCode(error)}.`);
}

function ofStatus(error: ResponseError, call: Call): Failure {
  const status = error.statusCode;
  const cause: { readonly message: string; readonly code?: unknown } = error.cause;
  const code = typeof cause.code === 'string' ? cause.code : undefined;
  const said = sentence(cause.message);
  const body = call.body === '' ? undefined : call.body;
  if (status === 401) {
    return new Failure(
      EXIT.wrongUse,
      [
        call.hasToken
          ? 'The server does not know this token.'
          : 'The server asks who you are: set DEPLOY_WINDOWS_TOKEN.',
        'A token for a pipeline is made in the configuration of the portal: backend.auth.externalAccess.',
      ],
      body,
    );
  }
  if (status === 404 && code === undefined) {
    return new Failure(
      EXIT.wrongUse,
      [
        said,
        `Is ${call.address} the address of the API, such as https://portal.example.org/api/deploy-windows?`,
      ],
      body,
    );
  }
  if (status === 409) return new Failure(EXIT.blocked, [said], body, undefined, code);
  if (status === 429 || status >= 500) {
    return new Failure(
      EXIT.noAnswer,
      [`No answer from ${call.address} (${status}). ${said}`],
      body,
      retryIn(error),
    );
  }
  return new Failure(EXIT.wrongUse, [said], body);
}

function noAnswer(...lines: readonly string[]): Failure {
  return new Failure(EXIT.noAnswer, lines);
}

function retryIn({ response }: ResponseError): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

function sentence(text: string): string {
  const whole = text.trim();
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/** Such as ` (ECONNREFUSED)`; the message of a network error may hold more than we want to show. */
function networkCode(error: unknown): string {
  const cause = isError(error) ? error.cause : undefined;
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? ` (${code})` : '';
}
