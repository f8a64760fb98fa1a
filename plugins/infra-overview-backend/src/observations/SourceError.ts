/** Why a source could bring nothing, in our words. The message of any other error is never shown, logged or stored. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/** What people are told: our own words, or nothing about it. */
export function reasonOf(error: unknown): string {
  // By name: a source may be built against another copy of this file.
  return error instanceof Error && error.name === 'SourceError'
    ? error.message
    : 'an unexpected error; the log of the backend has its kind';
}
