import { given, numberOf, textOf } from '../../database/columns';
import { storable } from '../../database/jsonRows';
import type { SubjectOutline } from './Assessments';
import type { Row, StoredSubject, StoredWord } from './rows';

export const SUBJECTS = 'readiness_subjects';

export const OUTLINE_COLUMNS = [
  'subject',
  'entity_ref',
  'environment',
  'stage',
  'title',
  'owner_ref',
  'system_ref',
  'domain_ref',
] as const;

export const SUBJECT_COLUMNS = [
  ...OUTLINE_COLUMNS,
  'lifecycle',
  'tier',
  'view',
  'facts',
  'facts_hash',
  'asked_hash',
  'packs',
  'declared',
  'read_at',
  'verdict',
  'open_must',
  'open',
  'summary',
  'valid_until_at',
  'next_change_at',
  'judged_at',
  'version',
  'changed_version',
  'gone_at',
] as const;

export function toOutline(row: Row): SubjectOutline {
  return {
    key: textOf(row.subject),
    entityRef: textOf(row.entity_ref),
    stage: textOf(row.stage),
    title: textOf(row.title),
    ...given('environment', row.environment, textOf),
    ...given('ownerRef', row.owner_ref, textOf),
    ...given('systemRef', row.system_ref, textOf),
    ...given('domainRef', row.domain_ref, textOf),
  };
}

export const WORD_COLUMNS = [
  ...OUTLINE_COLUMNS,
  'view',
  'read_at',
  'verdict',
  'open',
  'summary',
  'valid_until_at',
  'next_change_at',
  'gone_at',
] as const;

export function toWord(row: Row): StoredWord {
  const { key, entityRef, title, environment, ownerRef, systemRef, domainRef } = toOutline(row);
  return {
    subject: {
      key,
      entityRef,
      title,
      view: JSON.parse(textOf(row.view)),
      ...(environment !== undefined && { environment }),
    },
    ...(ownerRef !== undefined && { ownerRef }),
    ...(systemRef !== undefined && { systemRef }),
    ...(domainRef !== undefined && { domainRef }),
    readAt: numberOf(row.read_at),
    verdict: textOf(row.verdict) as StoredSubject['verdict'],
    open: JSON.parse(textOf(row.open)),
    summary: JSON.parse(textOf(row.summary)),
    ...given('validUntil', row.valid_until_at, numberOf),
    ...given('nextChangeAt', row.next_change_at, numberOf),
    ...given('goneAt', row.gone_at, numberOf),
  };
}

export function toSubject(row: Row): StoredSubject {
  return {
    ...toWord(row),
    facts: JSON.parse(textOf(row.facts)),
    factsHash: textOf(row.facts_hash),
    askedHash: textOf(row.asked_hash),
    packs: JSON.parse(textOf(row.packs)),
    declared: JSON.parse(textOf(row.declared)),
    judgedAt: numberOf(row.judged_at),
    version: numberOf(row.version),
    changedVersion: numberOf(row.changed_version),
  };
}

export function fromSubject(stored: StoredSubject) {
  const { subject } = stored;
  return {
    subject: subject.key,
    entity_ref: subject.entityRef,
    environment: subject.environment,
    stage: storable(subject.view.stage, 64),
    title: storable(subject.title, 512),
    owner_ref: stored.ownerRef && storable(stored.ownerRef, 512),
    system_ref: stored.systemRef && storable(stored.systemRef, 512),
    domain_ref: stored.domainRef && storable(stored.domainRef, 512),
    lifecycle: storable(subject.view.lifecycle, 64),
    tier: storable(subject.view.tier, 16),
    view: JSON.stringify(subject.view),
    facts: JSON.stringify(stored.facts),
    facts_hash: stored.factsHash,
    asked_hash: stored.askedHash,
    packs: JSON.stringify(stored.packs),
    declared: JSON.stringify(stored.declared),
    read_at: stored.readAt,
    verdict: stored.verdict,
    open_must: stored.open.length,
    open: JSON.stringify(stored.open),
    summary: JSON.stringify(stored.summary),
    valid_until_at: stored.validUntil,
    next_change_at: stored.nextChangeAt,
    judged_at: stored.judgedAt,
    version: stored.version,
    changed_version: stored.changedVersion,
    gone_at: stored.goneAt,
  };
}
