import type { FeedConfig } from '../../config';

/** What a calendar says now, or why that is not known. A reason never holds the address. */
export type FeedDownload =
  | { readonly outcome: 'read'; readonly text: string; readonly etag?: string }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'failed'; readonly reason: string };

export interface FeedSource {
  /** @param etag of the copy that is kept */
  read(
    feed: Pick<FeedConfig, 'url'>,
    etag: string | undefined,
    signal?: AbortSignal,
  ): Promise<FeedDownload>;
}
