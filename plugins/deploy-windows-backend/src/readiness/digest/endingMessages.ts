import { DAY } from 'backstage-plugin-deploy-windows-common/evaluator';
import type {
  Attestation,
  Instant,
  Records,
  SubjectKey,
  Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { OutboxMessage } from '../../outbox/OutboxMessage';
import type { SubjectOutline } from '../assessment/Assessments';
import { nameOf } from './digestMessages';

export interface Ending {
  readonly kind: 'confirmation' | 'waiver';
  readonly subject: SubjectKey;
  readonly checkId: string;
  readonly by: string;
  readonly end: Instant;
}

/** What counts until its end: a newer answer, or a renewal, ends nothing early. */
export function endingOf({ attestations, waivers }: Records, all: Records): readonly Ending[] {
  return [
    ...attestations
      .filter(each => counts(each, all.attestations))
      .map(({ subject, checkId, attestedBy, validUntil }): Ending => ({
        kind: 'confirmation',
        subject,
        checkId,
        by: attestedBy,
        end: validUntil,
      })),
    ...waivers
      .filter(each => isInForce(each) && !isContinued(each, all.waivers))
      .map(({ subject, checkId, requestedBy, expiresAt }): Ending => ({
        kind: 'waiver',
        subject,
        checkId,
        by: requestedBy,
        end: expiresAt,
      })),
  ];
}

/** One message for what one person said of one subject and ends on one day. */
export function endingMessages(
  endings: readonly Ending[],
  {
    state,
    placeOf,
    titleOf,
  }: {
    readonly state: 'ends' | 'ended';
    /** Undefined: nothing is judged there any more. */
    readonly placeOf: (subject: SubjectKey) => SubjectOutline | undefined;
    readonly titleOf: (checkId: string) => string;
  },
): readonly OutboxMessage[] {
  const together = new Map<string, Ending[]>();
  for (const ending of endings) {
    const { kind, subject, by, end } = ending;
    const key = `${kind}:${subject}:${by}:${Math.floor(end / DAY)}`;
    together.set(key, [...(together.get(key) ?? []), ending]);
  }
  return [...together].flatMap(([key, list]): readonly OutboxMessage[] => {
    const [first] = list;
    const place = first && placeOf(first.subject);
    if (first === undefined || place === undefined) return [];
    const name = first.subject.includes('#') ? nameOf(place) : place.title;
    const day = new Date(first.end).toISOString().slice(0, 10);
    const owner = place.ownerRef === undefined ? [] : [place.ownerRef];
    const what = list.length === 1 ? `A ${first.kind}` : `${list.length} ${first.kind}s`;
    const verb = verbOf(state, list.length);
    return [
      {
        dedupeKey: `readiness-${state}:${key}`,
        topic: 'deploy-windows.readiness-digest',
        payload: {
          kind: state,
          of: first.kind,
          subject: first.subject,
          checks: list.map(({ checkId }) => checkId),
          day,
        },
        notify: {
          recipients: [...new Set([first.by, ...owner])],
          title: `${what} ${verb} on ${day}: ${name}`,
          description: list.map(({ checkId }) => titleOf(checkId)).join('\n'),
          link: `/readiness?text=${encodeURIComponent(place.title)}`,
          severity: state === 'ended' ? 'high' : 'normal',
          scope: `deploy-windows:readiness:ends:${key}`,
        },
      },
    ];
  });
}

function counts(attestation: Attestation, all: readonly Attestation[]): boolean {
  const { subject, checkId, attestedAt, revokedAt, id } = attestation;
  if (revokedAt !== undefined) return false;
  return !all.some(
    other =>
      other.id !== id &&
      other.subject === subject &&
      other.checkId === checkId &&
      other.revokedAt === undefined &&
      other.attestedAt >= attestedAt &&
      other.validUntil >= attestation.validUntil,
  );
}

function isInForce({ needsApproval, approvedBy, deniedBy, revokedAt }: Waiver): boolean {
  if (deniedBy !== undefined || revokedAt !== undefined) return false;
  return !needsApproval || approvedBy !== undefined;
}

function isContinued({ id, expiresAt }: Waiver, all: readonly Waiver[]): boolean {
  return all.some(other => other.renews === id && isInForce(other) && other.expiresAt > expiresAt);
}

function verbOf(state: 'ends' | 'ended', count: number): string {
  if (state === 'ended') return 'ended';
  return count === 1 ? 'ends' : 'end';
}
