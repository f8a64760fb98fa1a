import type { DomainName } from 'backstage-plugin-infra-overview-common';
import type { Fact } from './fact';
import type { Content, Said } from './said';
import type { SeenFact } from './seenFact';
import { happenedAt, notKnown, sightOf } from './sight';
import { valueFact } from './values';

/** The end of the certificate that is served, whatever the document says; one that has ended does not renew itself. */
export function certificateFacts(
  tls: Said<Content<DomainName['tls']>>,
  seen: SeenFact | undefined,
): Readonly<Record<'tls.autoRenew' | 'tls.expires', Fact>> {
  const [autoRenew, expires] = [tls.at('autoRenew'), tls.at('expires')];
  const written = { 'tls.autoRenew': valueFact(autoRenew), 'tls.expires': valueFact(expires) };
  const end = seen && happenedAt(seen);
  if (seen === undefined || end === undefined) return written;
  if (seen.why !== undefined) {
    const wasGood = seen.tone === 'good' || seen.tone === 'unknown';
    return wasGood ? written : { ...written, 'tls.expires': notKnown(expires, seen.why) };
  }
  const hasEnded = end <= seen.at;
  return {
    'tls.expires': {
      state: 'stated',
      value: seen.value,
      origin: sightOf(expires, seen, 'certificate'),
    },
    'tls.autoRenew':
      hasEnded && autoRenew.value === true
        ? { state: 'stated', value: false, origin: sightOf(autoRenew, seen, 'certificate') }
        : written['tls.autoRenew'],
  };
}
