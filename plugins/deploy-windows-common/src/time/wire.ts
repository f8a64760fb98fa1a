import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import { z } from 'zod';
import type { Instant } from './instant';

/** An instant as an answer holds it: RFC 3339 in UTC, such as `2026-12-01T15:00:00Z`. */
export const instantSchema = z.iso.datetime({ offset: true });

/** An instant as a caller sends it: RFC 3339 with `Z` or an offset; a bare local time is refused. */
export const askedInstantSchema = z.iso
  .datetime({
    offset: true,
    error: 'write an instant with an offset, such as 2026-12-01T15:00:00Z',
  })
  .transform(text => Date.parse(text));

/** A length of time as a caller sends it, ISO 8601 without years and months, in milliseconds. */
export const askedDurationSchema = z.string().transform((text, context) => {
  const length = durationMilliseconds(text);
  if (length !== undefined && length >= 0) return length;
  context.addIssue('write a length of time such as PT30M or PT4H');
  return z.NEVER;
});

export function instantText(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** `PT20M`: minutes, or seconds where there are no whole minutes. */
export function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds % 60 === 0 ? `PT${seconds / 60}M` : `PT${seconds}S`;
}
