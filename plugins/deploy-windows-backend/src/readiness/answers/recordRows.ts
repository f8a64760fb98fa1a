import type { JsonObject } from '@backstage/types';
import {
  NOT_APPLICABLE_REASONS,
  WAIVER_CODES,
  type Attestation,
  type AttestedAnswer,
  type Signature,
  type Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { flagOf, given, numberOf, textOf, type Column } from '../../database/columns';
import type { Act, ActRecord, NumberedWaiver, StoredAttestation } from './RecordStore';

export type Row = Readonly<Record<string, Column>>;

/** A second signature, an agreement and so on can be given once; whether a waiver is approved or denied is decided once. */
const TURNS: Readonly<Record<Act, string>> = {
  sign: 'sign',
  agree: 'agree',
  approve: 'decide',
  deny: 'decide',
  revoke: 'revoke',
  carry: 'carry',
};

export function actRow({ id, of, act, by, at, reason, outside }: ActRecord) {
  return {
    id,
    of_id: of,
    act,
    turn: TURNS[act],
    by,
    at,
    reason: reason ?? null,
    outside: outside ?? null,
  };
}

export function attestationRow(
  { attestation, factsFingerprint }: StoredAttestation,
  idempotencyKey: string | undefined,
) {
  const { id, subject, checkId, checkVersion, answer, reason, note, evidence } = attestation;
  return {
    id,
    subject,
    check_id: checkId,
    check_version: checkVersion,
    answer,
    reason: reason ?? null,
    note: note ?? null,
    evidence: evidence ?? null,
    attested_by: attestation.attestedBy,
    attested_at: attestation.attestedAt,
    outside: attestation.signatures[0]?.outside ?? false,
    valid_until_at: attestation.validUntil,
    bound_facts: JSON.stringify(attestation.boundFacts),
    facts_fingerprint: factsFingerprint,
    idempotency_key: idempotencyKey ?? null,
  };
}

export function waiverRow({ waiver, number }: NumberedWaiver, idempotencyKey: string | undefined) {
  return {
    id: waiver.id,
    subject: waiver.subject,
    check_id: waiver.checkId,
    number,
    check_version: waiver.checkVersion,
    code: waiver.code,
    reason: waiver.reason,
    link: waiver.link ?? null,
    requested_by: waiver.requestedBy,
    created_at: waiver.createdAt,
    expires_at: waiver.expiresAt,
    needs_approval: waiver.needsApproval,
    renews: waiver.renews ?? null,
    idempotency_key: idempotencyKey ?? null,
  };
}

/** Rows of a record joined with its acts: one record for each id, in the order of the rows. */
export function recordsOf<T>(
  rows: readonly Row[],
  read: (row: Row, acts: readonly Row[]) => T,
): readonly T[] {
  const byId = new Map<string, { readonly row: Row; readonly acts: Row[] }>();
  for (const row of rows) {
    const id = textOf(row.id);
    const found = byId.get(id) ?? { row, acts: [] };
    if (!isEmpty(row.act)) found.acts.push(row);
    byId.set(id, found);
  }
  return [...byId.values()].map(({ row, acts }) => read(row, acts));
}

export function storedAttestationOf(row: Row, acts: readonly Row[]): StoredAttestation {
  return {
    attestation: attestationOf(row, acts),
    factsFingerprint: textOf(row.facts_fingerprint),
  };
}

export function attestationOf(row: Row, acts: readonly Row[]): Attestation {
  const attestedBy = textOf(row.attested_by);
  const attestedAt = numberOf(row.attested_at);
  const signatures: Signature[] = [
    { by: attestedBy, at: attestedAt, outside: flagOf(row.outside) },
    ...actsOf(acts, 'sign').map(act => ({
      by: textOf(act.act_by),
      at: numberOf(act.act_at),
      outside: flagOf(act.act_outside),
    })),
  ];
  const [agreed] = actsOf(acts, 'agree');
  const [revoked] = actsOf(acts, 'revoke');
  return {
    id: textOf(row.id),
    subject: textOf(row.subject),
    checkId: textOf(row.check_id),
    checkVersion: numberOf(row.check_version),
    answer: textOf(row.answer) as AttestedAnswer,
    ...given('reason', row.reason, oneOf(NOT_APPLICABLE_REASONS)),
    ...given('note', row.note, textOf),
    ...given('evidence', row.evidence, textOf),
    attestedBy,
    attestedAt,
    validUntil: numberOf(row.valid_until_at),
    boundFacts: JSON.parse(textOf(row.bound_facts)) as JsonObject,
    signatures,
    ...given('agreedBy', agreed?.act_by, textOf),
    ...given('revokedAt', revoked?.act_at, numberOf),
    ...given('revokedBy', revoked?.act_by, textOf),
    source: 'person',
  };
}

export function waiverOf(row: Row, acts: readonly Row[]): Waiver {
  const [approved] = actsOf(acts, 'approve');
  const [denied] = actsOf(acts, 'deny');
  const [revoked] = actsOf(acts, 'revoke');
  return {
    id: textOf(row.id),
    subject: textOf(row.subject),
    checkId: textOf(row.check_id),
    checkVersion: numberOf(row.check_version),
    code: oneOf(WAIVER_CODES)(row.code),
    reason: textOf(row.reason),
    ...given('link', row.link, textOf),
    requestedBy: textOf(row.requested_by),
    createdAt: numberOf(row.created_at),
    expiresAt: numberOf(row.expires_at),
    needsApproval: flagOf(row.needs_approval),
    ...given('approvedBy', approved?.act_by, textOf),
    ...given('approvedAt', approved?.act_at, numberOf),
    ...given('deniedBy', denied?.act_by, textOf),
    ...given('deniedAt', denied?.act_at, numberOf),
    ...given('renews', row.renews, textOf),
    ...given('revokedAt', revoked?.act_at, numberOf),
    ...given('revokedBy', revoked?.act_by, textOf),
  };
}

function actsOf(acts: readonly Row[], act: Act): readonly Row[] {
  return acts.filter(row => row.act === act);
}

function isEmpty(column: Column): boolean {
  return column === null || column === undefined;
}

/** The table has a check of its own: another word does not get in. */
function oneOf<T extends string>(words: readonly T[]): (column: Column) => T {
  return column => {
    const word = words.find(one => one === column);
    if (word === undefined) throw new Error(`${textOf(column)} is none of ${words.join(', ')}`);
    return word;
  };
}
