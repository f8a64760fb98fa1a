import type { Override } from 'backstage-plugin-deploy-windows-common/evaluator';
import { flagOf, given, numberOf, textOf, type Column } from '../database/columns';
import type { StoredOverride } from './OverrideStore';

export type OverrideRow = Readonly<Record<string, Column>>;

interface NamedRule {
  readonly rule: string;
  readonly title: string;
}

export function rowOf({ override, titles, requestedAt, reviewDueAt }: StoredOverride): OverrideRow {
  const rules = override.rules.map((rule, index): NamedRule => ({
    rule,
    title: titles[index] ?? rule,
  }));
  return {
    id: override.id,
    target_key: override.target,
    rules: JSON.stringify(rules),
    start_at: override.start,
    end_at: override.end,
    use: override.use,
    emergency: override.emergency ?? false,
    two_person: override.twoPerson ?? false,
    usable_by: JSON.stringify(override.usableBy),
    authority: JSON.stringify(override.authority),
    reason: override.reason,
    ticket: override.ticket ?? null,
    requested_by: override.requestedBy,
    requested_at: requestedAt,
    review_due_at: reviewDueAt ?? null,
  };
}

export function storedOf(row: OverrideRow): StoredOverride {
  return {
    override: overrideOf(row),
    titles: rulesOf(row).map(({ title }) => title),
    requestedAt: numberOf(row.requested_at),
    ...given('approvedAt', row.approved_at, numberOf),
    ...given('consumedBy', row.consumed_permit_id, textOf),
    ...given('revokedBy', row.revoked_by, textOf),
    ...given('reviewDueAt', row.review_due_at, numberOf),
    ...given('reviewedBy', row.reviewed_by, textOf),
  };
}

/** A list that cannot be read is empty: it names no rule and nobody, so it sets nothing aside. */
export function overrideOf(row: OverrideRow): Override {
  return {
    id: textOf(row.id),
    target: textOf(row.target_key),
    rules: rulesOf(row).map(({ rule }) => rule),
    start: numberOf(row.start_at),
    end: numberOf(row.end_at),
    use: row.use === 'timed' ? 'timed' : 'single',
    ...(flagOf(row.emergency) && { emergency: true }),
    usableBy: listOf<string>(row.usable_by),
    reason: textOf(row.reason),
    ...given('ticket', row.ticket, textOf),
    requestedBy: textOf(row.requested_by),
    ...(flagOf(row.two_person) && { twoPerson: true }),
    ...given('approvedBy', row.approved_by, textOf),
    authority: listOf<string>(row.authority),
    ...given('consumedAt', row.consumed_at, numberOf),
    ...given('revokedAt', row.revoked_at, numberOf),
  };
}

function rulesOf(row: OverrideRow): readonly NamedRule[] {
  return listOf<NamedRule>(row.rules);
}

function listOf<T>(column: Column): readonly T[] {
  try {
    const list: unknown = JSON.parse(textOf(column));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
