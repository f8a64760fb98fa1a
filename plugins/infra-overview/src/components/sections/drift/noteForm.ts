import { dateEnd, type Instant } from 'backstage-plugin-infra-overview-common';

const YEAR = 365 * 86_400_000;
const SHORTEST_REASON = 3;

export interface NoteForm {
  readonly reason: string;
  /** A day. */
  readonly until: string;
}

/** What keeps the note from being sent, in words. */
export function missingOfNote({ reason, until }: NoteForm, now: Instant): string | undefined {
  if (reason.trim().length < SHORTEST_REASON) return 'Give a reason';
  const end = dateEnd(until);
  if (end === undefined) return 'Give a day';
  if (end <= now) return 'The day is over already';
  return end - now > YEAR ? 'A year at most' : undefined;
}
