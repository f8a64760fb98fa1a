import { credentialRefProblem } from '../credentialRef';
import type { ReadingHint } from '../fields';
import type { CredentialStore } from '../sections';
import { markUnreadable } from './finishWindow';
import { inField, REFUSED, type Lost, type Place } from './place';
import { WITHHELD } from './reading';

/** Looks at a block once all its fields are read. */
export function finishBlock(
  finish: ReadingHint['finish'],
  block: Record<string, unknown>,
  lost: readonly Lost[],
  place: Place,
): unknown {
  switch (finish) {
    case undefined:
      return block;
    case 'window':
      markUnreadable(block, lost, place.path);
      return block;
    case 'deploy':
      return finishDeploy(block, lost, place);
    case 'credential-location':
      return finishCredentialLocation(block, place);
    case 'conformance':
      return finishConformance(block, place);
    default:
      throw new Error(finish satisfies never);
  }
}

/** Names what could not be read. Without the zone of a policy, its windows cannot be read either. */
function finishDeploy(
  block: Record<string, unknown>,
  lost: readonly Lost[],
  place: Place,
): unknown {
  if (lost.length === 0) return block;
  block.unreadable = lost.map(({ path }) => path.slice(place.path.length + 1));
  return block;
}

function finishCredentialLocation(block: Record<string, unknown>, place: Place): unknown {
  if (typeof block.ref !== 'string') return block;
  const holder = typeof block.holder === 'string' ? block.holder : undefined;
  const problem = credentialRefProblem(
    block.store as CredentialStore | undefined,
    block.ref,
    holder,
  );
  if (!problem) return block;
  const at = inField(place, 'ref');
  place.reading.report('credential-ref', at.path, problem.message, problem.fix);
  place.reading.lose(at.path, WITHHELD);
  delete block.ref;
  return block;
}

function finishConformance(block: Record<string, unknown>, place: Place): unknown {
  if (block.status !== 'not-applicable' || block.reason !== undefined) return block;
  place.reading.report(
    'reason-missing',
    place.path,
    'not-applicable has no reason; the answer is left out',
    'Write reason: no-such-component, out-of-scope, replaced-by-other-control or other',
  );
  return REFUSED;
}
