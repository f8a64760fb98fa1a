import { dayWords } from '../../freshness';
import type { ObservedFields } from '../../observed';
import { dateEnd, instantText, parseInstant, type Instant } from '../../time';
import { ago, lengthWords } from '../ago';
import { textOf, type FactDraft } from './factDraft';

/** A month is enough to renew by hand, and less than what renews by itself waits for. */
const SOON = 30 * 86_400_000;

export function certificateFact(fields: ObservedFields, now: Instant): FactDraft | undefined {
  const text = textOf(fields, 'observed.certificateEnds') ?? textOf(fields, 'tls.expires');
  // A day ends when it is over.
  const end = text === undefined ? undefined : (parseInstant(text) ?? dateEnd(text));
  if (end === undefined) return undefined;
  const day = dayWords(text !== undefined && parseInstant(text) === undefined ? end - 1 : end);
  const base = { kind: 'certificate-ends', value: instantText(end) };
  if (end <= now)
    return { ...base, words: `certificate ended ${day}, ${ago(end, now)}`, tone: 'bad' };
  const left = lengthWords(end - now) ?? 'less than a minute';
  return {
    ...base,
    words: `certificate ends ${day}, in ${left}`,
    tone: end - now <= SOON ? 'warning' : 'good',
  };
}
