/** What a pipeline reads. */
export const EXIT = {
  /** Allowed, ready, or done. */
  done: 0,
  /** Blocked, not ready, refused by what is so just now, or the wait ended before it opened. */
  blocked: 1,
  /** Wrong use, an unknown entity or environment, not permitted. */
  wrongUse: 2,
  /** No answer: unreachable, too slow, or broken; nothing could be assessed. */
  noAnswer: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
