import type { HttpAnswer, HttpClient, HttpQuestion } from './HttpClient';
import { RemoteError } from './RemoteError';

const MOST_PAGES = 1_000;

/** Follows `Next-Range`, as Heroku and others page: 206 and the range to ask for next, until there is none. */
export async function* pagesByRange(
  client: Pick<HttpClient, 'get'>,
  asked: HttpQuestion,
  range: string,
  signal: AbortSignal,
): AsyncGenerator<HttpAnswer> {
  let next: string | undefined = range;
  for (let page = 0; next !== undefined; page++) {
    if (page === MOST_PAGES) {
      throw new RemoteError('too-many-pages', `the list at ${asked.question} does not end`);
    }
    const headers: Record<string, string> = { ...asked.headers, Range: next };
    const answer: HttpAnswer = await client.get({ ...asked, headers }, signal);
    yield answer;
    const following: string | undefined = answer.headers.get('next-range') ?? undefined;
    if (following === next) {
      throw new RemoteError('too-many-pages', `the list at ${asked.question} repeats itself`);
    }
    next = following;
  }
}
