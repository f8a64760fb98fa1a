// Reads calendars as the host lets it: integrations, or the hosts under `backend.reading.allow`. Redirects are followed by the
// host's reader, which asks the list again for each.
import type {
  UrlReaderService,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { LARGEST_CALENDAR } from '../ics/readCalendar';
import type { FeedDownload, FeedSource } from './FeedSource';

export interface UrlFeedSourceOptions {
  readonly reader: UrlReaderService;
  /** Milliseconds. */
  readonly timeout?: number;
}

const TIMEOUT = 10_000;
const TOO_LARGE = 'it is larger than 1 MiB';

export class UrlFeedSource implements FeedSource {
  readonly #reader: UrlReaderService;
  readonly #timeout: number;

  constructor({ reader, timeout = TIMEOUT }: UrlFeedSourceOptions) {
    this.#reader = reader;
    this.#timeout = timeout;
  }

  async read(
    { url }: { readonly url: string },
    etag: string | undefined,
    signal?: AbortSignal,
  ): Promise<FeedDownload> {
    const late = AbortSignal.timeout(this.#timeout);
    const ended = signal ? AbortSignal.any([late, signal]) : late;
    try {
      const download = this.#download(url, etag, ended);
      // Not every reader listens to the signal.
      return await Promise.race([download, whenAborted(ended)]);
    } catch (error) {
      if ((error as Error).name === 'NotModifiedError') return { outcome: 'same' };
      return {
        outcome: 'failed',
        reason: late.aborted
          ? `no answer within ${this.#timeout / 1000} seconds`
          : reasonOf(error as Error),
      };
    }
  }

  async #download(
    url: string,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<FeedDownload> {
    const response = await this.#reader.readUrl(url, {
      ...(etag !== undefined && { etag }),
      signal,
    });
    const content = await read(response, signal);
    if (content === undefined) return { outcome: 'failed', reason: TOO_LARGE };
    return {
      outcome: 'read',
      text: content.toString('utf8').replace(/^\uFEFF/, ''),
      ...(response.etag && { etag: response.etag }),
    };
  }
}

/** The rest of a calendar that is too large is not fetched. */
async function read(
  response: UrlReaderServiceReadUrlResponse,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const stream = response.stream?.();
  if (stream === undefined) {
    const whole = await response.buffer();
    return whole.length > LARGEST_CALENDAR ? undefined : whole;
  }
  const parts: Buffer[] = [];
  let size = 0;
  const stop = () => stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const part of stream) {
      parts.push(Buffer.from(part));
      size += parts.at(-1)?.length ?? 0;
      if (size > LARGEST_CALENDAR) return undefined;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stream.destroy();
  }
  return Buffer.concat(parts);
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(new Error('aborted'));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** Messages of readers hold the address, which may be a secret: only what is known to be harmless is taken from them. */
function reasonOf({ name, message }: Error): string {
  if (name === 'NotAllowedError') return 'its host is not on the list backend.reading.allow';
  if (name === 'NotFoundError') return 'nothing is there (404)';
  const status = /, ([45]\d\d) /.exec(message)?.[1];
  return status === undefined ? 'it cannot be reached' : `its server answers ${status}`;
}
