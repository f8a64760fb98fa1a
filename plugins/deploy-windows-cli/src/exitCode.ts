/** What a pipeline reads. */
export const EXIT = {
  /** Allowed, or done. */
  done: 0,
  /** Blocked, refused by what is so just now, or the wait ended before it opened. */
  blocked: 1,
  /** Wrong use, an unknown entity or environment, not permitted. */
  wrongUse: 2,
  /** No answer: unreachable, too slow, or broken. */
  noAnswer: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
