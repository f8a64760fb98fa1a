import type {
  AttestationAnswer,
  AttestWish,
  CheckAnswer,
  WaiverAnswer,
} from 'backstage-plugin-deploy-windows-common';
import type { StateChipProps } from 'backstage-plugin-infra-overview-react';

type NotApplicableReason = NonNullable<AttestWish['answers'][number]['reason']>;
type WaiverCode = WaiverAnswer['code'];
type Tone = NonNullable<StateChipProps['tone']>;

export const NOT_APPLICABLE_WORDS: Readonly<Record<NotApplicableReason, string>> = {
  'no-such-component': 'There is no such part',
  'out-of-scope': 'It is out of scope',
  'replaced-by-other-control': 'Something else does it',
  other: 'Another reason',
};

export const WAIVER_WORDS: Readonly<Record<WaiverCode, string>> = {
  'accepted-risk': 'The risk is accepted',
  'compensating-control': 'Something else protects against it',
  planned: 'It is planned',
  'not-detected': 'We do it, the facts cannot say it',
  'platform-limit': 'The platform does not allow it',
  emergency: 'Emergency, for 24 hours',
};

export function answerWords(answer: AttestationAnswer['answer']): string {
  switch (answer) {
    case 'met':
      return 'Confirmed';
    case 'not-met':
      return 'Said not to be met';
    case 'not-applicable':
      return 'Said not to apply';
    default:
      throw new Error(answer satisfies never);
  }
}

interface Described {
  readonly word: string;
  readonly tone: Tone;
}

export function describeConfirmation(state: AttestationAnswer['state']): Described {
  switch (state) {
    case 'valid':
      return { word: 'Counts', tone: 'good' };
    case 'ended':
      return { word: 'Ended', tone: 'bad' };
    case 'facts-changed':
      return { word: 'The facts changed since', tone: 'bad' };
    case 'meaning-changed':
      return { word: 'The check asks something else now', tone: 'bad' };
    case 'second-signature-missing':
      return { word: 'A second signature is missing', tone: 'warning' };
    case 'without-date':
      return { word: 'Without a date', tone: 'warning' };
    case 'revoked':
      return { word: 'Taken back', tone: 'unknown' };
    case 'replaced':
      return { word: 'Replaced by a newer one', tone: 'unknown' };
    default:
      throw new Error(state satisfies never);
  }
}

export function describeWaiver(state: WaiverAnswer['state']): Described {
  switch (state) {
    case 'waiting':
      return { word: 'Waits for approval', tone: 'warning' };
    case 'active':
      return { word: 'In force', tone: 'warning' };
    case 'denied':
      return { word: 'Denied', tone: 'bad' };
    case 'revoked':
      return { word: 'Revoked', tone: 'unknown' };
    case 'ended':
      return { word: 'Ended', tone: 'unknown' };
    case 'superseded':
      return { word: 'Replaced by a newer one', tone: 'unknown' };
    default:
      throw new Error(state satisfies never);
  }
}

export function levelWords(level: CheckAnswer['level']): string {
  switch (level) {
    case 'must':
      return 'Must-have';
    case 'recommended':
      return 'Recommended';
    case 'off':
      return 'Not asked here';
    default:
      throw new Error(level satisfies never);
  }
}

export function evidenceKindWords(
  kind: 'declared' | 'observed' | 'inherited' | 'attested',
): string {
  switch (kind) {
    case 'declared':
      return 'Declared';
    case 'observed':
      return 'Observed';
    case 'inherited':
      return 'Inherited';
    case 'attested':
      return 'Confirmed by a person';
    default:
      throw new Error(kind satisfies never);
  }
}

/** `13 days left`, `ends today`. */
export function daysLeftWords(days: number): string {
  if (days < 0) return 'over';
  if (days === 0) return 'ends today';
  return days === 1 ? '1 day left' : `${days} days left`;
}
