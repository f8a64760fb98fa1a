import type {
  DriftFinding,
  DriftNote,
  DriftNoteKind,
  DriftStatus,
  Instant,
  Tone,
} from 'backstage-plugin-infra-overview-common';
import { dayWords, partyWords } from 'backstage-plugin-infra-overview-common';

/** Differs: neither the same, nor a case where nobody could look. */
export function differs({ status }: DriftFinding): boolean {
  return status === 'different' || status === 'only-declared' || status === 'only-observed';
}

/** The status in words, as a filter and a column say it. */
export function statusWords(status: DriftStatus): string {
  switch (status) {
    case 'same':
      return 'as declared';
    case 'different':
      return 'different';
    case 'only-declared':
      return 'declared, not found';
    case 'only-observed':
      return 'found, not declared';
    case 'stale':
      return 'seen long ago';
    case 'failed':
      return 'could not look';
    default:
      throw new Error(status satisfies never);
  }
}

/** The same of one finding, which may be something to fill in. */
export function findingWords({ status, unstated }: DriftFinding): string {
  return unstated && status === 'only-observed' ? 'seen, not stated' : statusWords(status);
}

/** As few words as fit beside a value. */
export function markWords(finding: DriftFinding): string {
  const { status, observed } = finding;
  switch (status) {
    case 'same':
      return 'as declared';
    case 'different':
      return observed === undefined ? finding.words : `observed ${observed}`;
    case 'only-declared':
      return 'not found';
    case 'only-observed':
      if (finding.unstated) return `observed ${observed ?? 'it'}`;
      return observed === undefined ? 'found, not declared' : `not declared, observed ${observed}`;
    case 'stale':
    case 'failed':
      return finding.words;
    default:
      throw new Error(status satisfies never);
  }
}

/** A difference that somebody left for now is no warning. */
export function findingTone(finding: DriftFinding, now: Instant): Tone {
  if (finding.status === 'same') return 'good';
  if (!differs(finding)) return 'unknown';
  return isLeft(finding, now) || finding.unstated ? 'neutral' : 'warning';
}

/** Left as it is by somebody, for now. */
export function isLeft({ note }: DriftFinding, now: Instant): boolean {
  return note !== undefined && note.until > now;
}

const KINDS: Readonly<Record<DriftNoteKind, string>> = {
  accepted: 'It is meant to be so',
  'document-to-change': 'The document will be changed',
  'reality-to-change': 'The set-up will be changed',
};

export function noteKindWords(kind: DriftNoteKind): string {
  return KINDS[kind];
}

/** "It is meant to be so, says ada until 3 Dec 2026: we pay by the hour" */
export function noteWords({ kind, by, until, reason }: DriftNote, now: Instant): string {
  const end =
    until > now ? `until ${dayWords(until)}` : `until ${dayWords(until)}, which has passed`;
  return `${noteKindWords(kind)}, says ${partyWords(by)} ${end}: ${reason}`;
}
