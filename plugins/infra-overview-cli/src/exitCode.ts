/** What a pipeline reads. */
export const EXIT = {
  /** Nothing to mend, or done. */
  done: 0,
  /** A secret, or an error in a document. */
  found: 1,
  /** Wrong use, or something that cannot be read. */
  wrongUse: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
