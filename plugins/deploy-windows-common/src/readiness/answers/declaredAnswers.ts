import type { JsonObject, JsonValue } from '@backstage/types';
import {
  dateStart,
  itemKey,
  itemPath,
  itemsOf,
  originOf,
  viewOf,
  type ConformanceAnswer,
  type EffectiveInfra,
  type InfraView,
  type Origin,
} from 'backstage-plugin-infra-overview-common';
import type { Instant } from '../../time';
import { answeredAt } from '../assess';
import type { Facts } from '../facts/fact';
import { referenceEnvironment } from '../facts/referenceEnvironment';
import type { AskedCheck } from '../pack/pack';
import { UNDECLARED, type Subject } from '../subject';
import type { Attestation } from './attestation';
import { boundOf } from './boundFacts';
import { confirmationEnd } from './confirmationEnd';
import { contentHash } from './contentHash';

/** What was true when an answer of the document was first read. A command without a store has none. */
export type FirstSeen = (
  checkId: string,
  contentHash: string,
) => { readonly boundFacts: JsonObject; readonly at: Instant } | undefined;

/** Today's facts a check is asked of. */
export type FactsOfCheck = (check: AskedCheck) => Facts;

/**
 * `conformance[]` of the document as confirmations. They are bound to the facts of the day they appeared; those never seen before,
 * to today's.
 */
export function declaredAnswers(
  effective: EffectiveInfra,
  subject: Subject,
  asked: readonly AskedCheck[],
  firstSeen: FirstSeen,
  factsOf?: FactsOfCheck,
): readonly Attestation[] {
  const here = answersIn(viewOf(effective, subject.environment ?? UNDECLARED));
  const ofService = answersIn(viewOf(effective, referenceEnvironment(effective) ?? UNDECLARED));
  return asked.flatMap(check => {
    const { scope, id } = check.definition;
    const answers = (scope === 'environment' ? here : ofService).get(id) ?? [];
    return answers.map(said => attestationOf(said, check, subject, { firstSeen, factsOf }));
  });
}

/** An answer of the document to a check of this id, as the store knows it. */
export function declaredAnswerHash(answer: ConformanceAnswer): string {
  return contentHash(answer as unknown as JsonValue);
}

interface Said {
  readonly answer: ConformanceAnswer;
  readonly origin: Origin;
  readonly path: string;
}

/** By check. A policy that names a check is answered for that check, unless the check itself is. */
function answersIn(view: InfraView): ReadonlyMap<string, readonly Said[]> {
  const checkOfPolicy = new Map(
    itemsOf(view.document.policies).map(({ id, check }) => [id, check?.id]),
  );
  const direct = new Map<string, readonly Said[]>();
  const byPolicy = new Map<string, readonly Said[]>();
  for (const answer of view.document.conformance ?? []) {
    const said = saidBy(view, answer);
    add(direct, answer.item, said);
    const check = checkOfPolicy.get(answer.item);
    if (check !== undefined) add(byPolicy, check, said);
  }
  return new Map([...byPolicy, ...direct]);
}

function add(answers: Map<string, readonly Said[]>, check: string, said: Said): void {
  answers.set(check, [...(answers.get(check) ?? []), said]);
}

function saidBy(view: InfraView, answer: ConformanceAnswer): Said {
  const key = itemKey('conformance', answer as unknown as JsonObject) ?? answer.item;
  const path = itemPath('conformance', key);
  return { answer, path, origin: originOf(view, path) ?? { level: 'built-in', path } };
}

function attestationOf(
  { answer, origin, path }: Said,
  check: AskedCheck,
  subject: Subject,
  known: { readonly firstSeen: FirstSeen; readonly factsOf: FactsOfCheck | undefined },
): Attestation {
  const { id, version, attest } = check.definition;
  const key = answeredAt(subject, check);
  const hash = declaredAnswerHash(answer);
  const seen = known.firstSeen(id, hash);
  const today = known.factsOf?.(check);
  const day = origin.verified?.at;
  const attestedAt = day === undefined ? undefined : dateStart(day);
  const evidence = answer.evidence?.find(text => text.startsWith('https://'));
  return {
    id: `document:${key}:${id}:${path}:${hash}`,
    subject: key,
    checkId: id,
    checkVersion: version,
    answer: answer.status,
    ...(answer.reason !== undefined && { reason: answer.reason }),
    ...(answer.text !== undefined && { note: answer.text }),
    ...(evidence !== undefined && { evidence }),
    attestedBy: origin.verified?.by ?? origin.entityRef ?? subject.entityRef,
    attestedAt: attestedAt ?? seen?.at ?? 0,
    // Nobody dated it: it may be as old as the document, and is asked about.
    validUntil: attestedAt === undefined ? 0 : confirmationEnd(attest, today, attestedAt),
    boundFacts: seen?.boundFacts ?? (today ? boundOf(check, today) : {}),
    signatures: [],
    source: 'document',
  };
}
