import {
  describeDate,
  freshnessWith,
  type DriftFinding,
  type ElementDetail,
  type Freshness,
  type FreshnessWithOlder,
  type Instant,
  type JudgedConfirmation,
  type Newer,
  type ObservedAnswer,
} from 'backstage-plugin-infra-overview-common';
import { differs } from '../../lib/describeFinding';
import { isWithin } from './context/byPath';

/** What is known beside the document: the newest look that saw the same, and the newest word of a person. */
function newerOf(
  drift: readonly DriftFinding[],
  confirmations: readonly JudgedConfirmation[],
  sources: ObservedAnswer['sources'],
): Newer {
  const [seen] = drift
    .filter(({ status, intent }) => status === 'same' && intent !== true)
    .sort((a, b) => b.at - a.at);
  const confirmation = newestWord(confirmations);
  const title = sources.find(({ source }) => source === seen?.source)?.title ?? seen?.source;
  return {
    ...(confirmation !== undefined && { confirmation }),
    ...(seen !== undefined && { observedAt: seen.at }),
    ...(title !== undefined && { source: title }),
  };
}

/** What is said to be not true comes before what is newer. */
function newestWord(said: readonly JudgedConfirmation[]): JudgedConfirmation | undefined {
  const newest = [...said].sort((a, b) => b.at - a.at);
  return (
    newest.find(({ answer, state }) => answer === 'not-true' && state === 'in-force') ?? newest[0]
  );
}

/** How well an element is known: an observation or a word of a person before what the document states. */
export function freshnessOfElement(
  { path, origin }: Pick<ElementDetail, 'path' | 'origin'>,
  answer: ObservedAnswer,
  now: Instant,
): FreshnessWithOlder {
  const drift = answer.drift.filter(finding => isWithin(finding.path, path));
  const confirmations = answer.confirmations.filter(said => said.path === path);
  // One field that is as declared proves nothing while another one is not.
  const seen = drift.some(differs) ? [] : drift;
  const newer = newerOf(seen, confirmations, answer.sources);
  const derived = origin?.derived === true;
  return freshnessWith(origin?.verified, { ...newer, ...(derived && { derived }) }, now);
}

/** Of the whole page: the newest word, and how old the oldest is, for one fact that was seen proves nothing of the others. */
export function freshnessOfPage(
  document: Freshness,
  answer: ObservedAnswer,
  now: Instant,
): Freshness & { readonly older: readonly string[] } {
  const confirmations = answer.confirmations.filter(
    ({ answer: said, state }) => said === 'still-true' && state === 'in-force',
  );
  const newer = newerOf(answer.drift, confirmations, answer.sources);
  const newest = freshnessWith(undefined, newer, now);
  if (newest.state !== 'observed' && newest.state !== 'confirmed')
    return { ...document, older: [] };
  const oldest =
    document.at === undefined ? 'some of it without a date' : `oldest ${describeDate(document.at)}`;
  return {
    ...document,
    words: `${newest.words}; ${oldest}`,
    older: [document.words],
  };
}
