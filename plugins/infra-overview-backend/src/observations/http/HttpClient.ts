import { SourceError } from '../SourceError';
import type { RequestBudget } from './RequestBudget';
import { RemoteError } from './RemoteError';
import { discard, readJson } from './readJson';
import { retryDelay } from './retryDelay';
import { statusError } from './statusError';
import type { Wait } from './wait';

export interface HttpClientOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly budget: RequestBudget;
  readonly now: () => number;
  readonly wait: Wait;
  /** From 0 to 1. */
  readonly jitter: () => number;
  /** Milliseconds for one attempt, body included. */
  readonly timeout?: number;
  readonly attempts?: number;
  readonly mostBytes?: number;
  /** Sees the headers of every answer, before its status is judged; what it throws ends the request. */
  readonly inspect?: (headers: Headers) => void;
}

export interface HttpQuestion {
  readonly path: string;
  /** The path as a pattern, for messages: `GET /apps/{app}`. */
  readonly question: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

const TIMEOUT = 20_000;
const ATTEMPTS = 4;
const MOST_BYTES = 16_000_000;
/** So many questions without an answer, one after the other, and it is down: asking on would only cost hours. */
const GIVE_UP_AFTER = 8;

/** Asks an outside system, read-only: there is no way to send another verb. */
export class HttpClient {
  readonly #options: HttpClientOptions;
  #unanswered = 0;

  constructor(options: HttpClientOptions) {
    this.#options = options;
  }

  /** A new look: whatever was down before may be up again. */
  begin() {
    this.#unanswered = 0;
  }

  /** Throws RemoteError; an aborted signal throws its reason. */
  async get(asked: HttpQuestion, signal: AbortSignal): Promise<HttpAnswer> {
    const most = this.#options.attempts ?? ATTEMPTS;
    for (let attempts = 1; ; attempts++) {
      if (this.#unanswered >= GIVE_UP_AFTER) {
        throw new RemoteError('gave-up', 'it stopped answering, so the rest was not asked');
      }
      const tried = await this.#attempt(asked, signal);
      if (tried.outcome === 'answered') {
        this.#unanswered = 0;
        return tried.answer;
      }
      const delay = tried.again
        ? retryDelay({
            attempts,
            most,
            retryAfter: tried.retryAfter,
            jitter: this.#options.jitter(),
            now: this.#options.now(),
          })
        : undefined;
      if (delay === undefined) {
        this.#unanswered = tried.again ? this.#unanswered + 1 : 0;
        throw tried.error;
      }
      await this.#options.wait(delay, signal);
    }
  }

  async #attempt(asked: HttpQuestion, signal: AbortSignal): Promise<Attempt> {
    const { baseUrl, headers, budget, inspect, mostBytes = MOST_BYTES } = this.#options;
    await budget.take(signal);
    const timeout = AbortSignal.timeout(this.#options.timeout ?? TIMEOUT);
    try {
      const response = await fetch(`${baseUrl}${asked.path}`, {
        headers: { ...headers, ...asked.headers },
        // A redirect could carry the token to another host.
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
      });
      inspect?.(response.headers);
      if (!response.ok) return refused(response, asked.question);
      const body = await readJson(response, asked.question, mostBytes);
      return {
        outcome: 'answered',
        answer: { status: response.status, headers: response.headers, body },
      };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof RemoteError) return { outcome: 'failed', error, again: false };
      // What `inspect` threw is for the caller; what fetch and streams throw is not.
      if (error instanceof SourceError) throw error;
      return { outcome: 'failed', again: true, error: noAnswer(timeout, asked.question) };
    }
  }
}

type Attempt =
  | { readonly outcome: 'answered'; readonly answer: HttpAnswer }
  | {
      readonly outcome: 'failed';
      readonly error: RemoteError;
      readonly again: boolean;
      readonly retryAfter?: string;
    };

function refused(response: Response, question: string): Attempt {
  // The text of a refusal may repeat what was sent; it is not even read.
  discard(response);
  const error = statusError(response.status, question);
  const again = response.status === 429 || response.status >= 500;
  const retryAfter = response.headers.get('retry-after');
  return { outcome: 'failed', error, again, ...(retryAfter !== null && { retryAfter }) };
}

function noAnswer(timeout: AbortSignal, question: string): RemoteError {
  return timeout.aborted
    ? new RemoteError('timeout', `no answer in time to ${question}`)
    : new RemoteError('network', `no connection, at ${question}`);
}
