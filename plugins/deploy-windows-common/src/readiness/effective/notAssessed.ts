import { BASICS } from '../pack/askedPacks';
import { ofLevel } from './count';
import type { ReasonCode } from './outcome';
import type { Judged } from './verdict';

/** What a verdict cannot be made from: no pack is asked, or nothing is written down that would decide a must-have of one. */
export type NotAssessed = 'no-pack' | 'no-facts';

// What is said when nothing was there to look at.
const FOR_WANT_OF_FACTS: readonly ReasonCode[] = [
  'ABSENT',
  'STALE',
  'SOURCE_FAILED',
  'UPSTREAM_UNKNOWN',
  'CONFIRMATION_MISSING',
  'APPLICABILITY_UNKNOWN',
];

/** Asked of everything, so by itself it is no assessment. */
const isBasic = (pack: string) => pack === BASICS || pack.startsWith(`${BASICS}@`);

/** One must-have that is decided, by facts or by people, makes it an assessment; that nothing is required is one, too. */
export function notAssessed(checks: readonly Judged[]): NotAssessed | undefined {
  const asked = checks.filter(({ layers }) => !isBasic(layers.asked.definition.pack));
  if (asked.length === 0) return 'no-pack';
  const must = ofLevel(asked, 'must');
  return must.length > 0 && must.every(wantsFacts) ? 'no-facts' : undefined;
}

function wantsFacts({ effective }: Judged): boolean {
  return (
    effective.status === 'unknown' &&
    effective.findings.every(({ code }) => FOR_WANT_OF_FACTS.includes(code))
  );
}
