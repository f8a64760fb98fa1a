import type { DomainName, InfraDocument } from '../../document';
import { dateStart, type Instant } from '../../time';
import { activeItems, standingOf, statedBlock } from '../facts';
import { itemTitle } from '../itemTitle';
import { describeDate } from '../words/describeDate';
import { NOT_STATED } from '../words/emptiness';
import { inWords } from '../words/sentence';
import { ranked } from './ranked';
import type { Ranked } from './row';

const MONTH = 30 * 86_400_000;

export function cdnColumn(document: InfraDocument): Ranked {
  const cdns = activeItems(document.addons).filter(({ category }) => category === 'cdn');
  if (cdns.length > 0) return ranked(inWords(cdns.map(addon => itemTitle(addon))), 'good');
  const { state, text } = standingOf(document.addons);
  if (state === 'stated') return ranked('none listed', 'neutral');
  return ranked(text, state === 'not-stated' ? 'unknown' : 'neutral');
}

/** The first certificate that ends, of those whose end is stated. */
export function tlsExpires(document: InfraDocument): string | undefined {
  const ends = activeItems(document.domains).flatMap(({ tls }) => statedBlock(tls)?.expires ?? []);
  return ends.toSorted()[0];
}

export function tlsColumn(document: InfraDocument, now: Instant): Ranked {
  const domains = activeItems(document.domains);
  if (domains.length === 0) {
    const { state, text } = standingOf(document.domains);
    return state === 'stated'
      ? ranked(NOT_STATED, 'unknown')
      : ranked(text, state === 'not-stated' ? 'unknown' : 'neutral');
  }
  const bare = domains.filter(({ tls }) => tls === 'none');
  if (bare.length > 0) return ranked(`none on ${inWords(bare.map(name))}`, 'bad');
  const expires = tlsExpires(document);
  if (expires !== undefined) return describeEnd(expires, now);
  if (domains.every(({ tls }) => statedBlock(tls)?.autoRenew === true))
    return ranked('renews by itself', 'good');
  return ranked(NOT_STATED, 'unknown');
}

function name({ host, id }: DomainName): string {
  return host ?? id;
}

function describeEnd(expires: string, now: Instant): Ranked {
  const end = dateStart(expires);
  const words = describeDate(expires);
  if (end === undefined) return ranked(words, 'unknown');
  if (end < now) return ranked(`ended ${words}`, 'bad');
  return end - now < MONTH ? ranked(`ends ${words}`, 'warning') : ranked(`ends ${words}`, 'good');
}
