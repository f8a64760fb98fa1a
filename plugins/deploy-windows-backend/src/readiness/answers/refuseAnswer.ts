import type { JsonObject } from '@backstage/types';
import type { AttestWish } from 'backstage-plugin-deploy-windows-common';
import {
  canonicalJson,
  type AttestTerms,
  type Layers,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { conflict, invalid } from '../../api/coded';
import { refuseSecrets } from '../../secrets';

type Answered = AttestWish['answers'][number];

const SHORTEST_NOTE = 20;

/** @throws InputError SECRET_IN_TEXT naming the field */
export function refuseSecretsIn({ note, evidence, answers }: AttestWish): void {
  refuseSecrets('note', note);
  refuseSecrets('evidence', evidence);
  for (const answer of answers) refuseSecrets(`note of ${answer.checkId}`, answer.note);
}

/** One signature is for one check, or for the checks of one form. @throws InputError */
export function refuseMixture(asked: readonly Layers[]): void {
  const ids = asked.map(({ asked: { definition } }) => definition.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw invalid('ANSWERED_TWICE', `${twice} is answered twice.`);
  const forms = new Set(asked.map(({ asked: { definition } }) => definition.form));
  if (asked.length > 1 && (forms.size > 1 || forms.has(undefined)))
    throw invalid(
      'NOT_ONE_FORM',
      `One signature is for one check, or for the checks of one form. Answer these each by itself: ${ids.join(', ')}.`,
    );
}

/** What an answer has to come with. @throws InputError */
export function refuseIncomplete(answered: Answered, layers: Layers, wish: AttestWish): void {
  const { definition } = layers.asked;
  const { title, attest } = definition;
  const note = answered.note ?? wish.note ?? '';
  if (answered.answer === 'not-applicable') {
    if (answered.reason === undefined)
      throw invalid('REASON_MISSING', `${title}: say why it does not apply.`);
    if (answered.reason === 'other' && note.length < SHORTEST_NOTE)
      throw invalid(
        'NOTE_TOO_SHORT',
        `${title}: say in ${SHORTEST_NOTE} characters or more why it does not apply.`,
      );
    return;
  }
  if (answered.reason !== undefined)
    throw invalid('REASON_NOT_WANTED', `${title}: a reason belongs to "does not apply" alone.`);
  if (answered.answer === 'not-met') return;
  if (attest === undefined || definition.mode === 'automatic')
    throw invalid(
      'NOT_CONFIRMED_BY_PEOPLE',
      `${title}: this follows from the document and cannot be confirmed. Change the document instead.`,
    );
  if (needsEvidence(attest) && wish.evidence === undefined && note.length < SHORTEST_NOTE)
    throw invalid(
      'EVIDENCE_MISSING',
      `${title}: give an https link to what shows it, or a note of at least ${SHORTEST_NOTE} characters.`,
    );
}

function needsEvidence({ evidence }: AttestTerms): boolean {
  return evidence === 'required';
}

/**
 * A form left open was read with other facts than today's.
 *
 * @param shown today's facts as the caller is shown them, by check
 * @throws ConflictError FACTS_CHANGED with both
 */
export function refuseOldFacts(
  shown: ReadonlyMap<string, JsonObject>,
  ifFacts: AttestWish['ifFacts'],
): void {
  const changed = Object.entries(ifFacts ?? {}).flatMap(([checkId, then]) => {
    const now = shown.get(checkId);
    return now === undefined || canonicalJson(then) === canonicalJson(now)
      ? []
      : [{ checkId, then, now }];
  });
  if (changed.length > 0) throw factsChanged({ facts: changed });
}

/** What was signed for is not what is there any more. */
export function factsChanged(facts: JsonObject = {}): Error {
  return conflict(
    'FACTS_CHANGED',
    'The facts changed. See the difference before you confirm.',
    facts,
  );
}
