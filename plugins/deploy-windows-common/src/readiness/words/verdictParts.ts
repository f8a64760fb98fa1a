import { counted } from 'backstage-plugin-infra-overview-common';
import { DAY } from '../../time';
import { statusLabel } from './statusWords';
import type { Change, Verdict, VerdictCause } from '../effective/verdict';
import { UNDECLARED } from '../subject';
import { briefReason, type WordsOptions } from './becauseWords';
import { inDays, utcDay } from './dayWords';

/** A piece of the sentence; one that names a check can be followed. */
export interface SentencePart {
  readonly text: string;
  readonly checkId?: string;
}

export interface SentenceOptions extends WordsOptions {
  /** How many checks are named before `and 9 more`; 5 unless told. */
  readonly named?: number;
}

/** Ends that are close enough for the sentence; the list of what lies ahead has all 60 days. */
const SOON = 30 * DAY;

/** `Not ready for production: 2 must-haves open: Regular copies of data (not known), …`, in parts. */
export function verdictParts(
  verdict: Verdict,
  options: SentenceOptions = {},
): readonly SentencePart[] {
  return joined([...opening(verdict, options), ...comingUp(verdict, options)]);
}

export function verdictSentence(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join('');
}

function opening(verdict: Verdict, options: SentenceOptions): readonly SentencePart[] {
  const place = placeOf(verdict);
  switch (verdict.verdict) {
    case 'not-ready':
      return [
        { text: `Not ready for ${place}: ${counted(verdict.open.length, 'must-have')} open: ` },
        ...causes(verdict, options),
        { text: '.' },
      ];
    case 'ready-with-waivers':
      return [{ text: `Ready for ${place} with ${waivers(verdict, options)}.` }];
    case 'ready': {
      const { met, applicable } = verdict.counts.must;
      if (applicable === 0)
        return [{ text: `Ready for ${place}: nothing is required at this stage.` }];
      return [{ text: `Ready for ${place}: ${metOf(met, applicable)}.` }];
    }
    case 'not-assessed':
      return notAssessedParts(verdict, options);
    default:
      throw new Error(verdict.verdict satisfies never);
  }
}

function metOf(met: number, applicable: number): string {
  return applicable === 1 ? 'the 1 must-have is met' : `all ${met} must-haves are met`;
}

function notAssessedParts(verdict: Verdict, options: SentenceOptions): readonly SentencePart[] {
  const [, environment] = verdict.subject.split('#');
  if (environment === UNDECLARED) return [{ text: 'Not assessed: no environment is declared.' }];
  if (verdict.notAssessed === 'no-pack') {
    return [{ text: 'Not assessed: no pack of checks is asked here.' }];
  }
  return [
    {
      text: `Not assessed for ${placeOf(verdict)}: nothing is written down that decides a must-have. ${counted(verdict.open.length, 'must-have')} open: `,
    },
    ...causes(verdict, options),
    { text: '.' },
  ];
}

function causes(verdict: Verdict, options: SentenceOptions): readonly SentencePart[] {
  const { named = 5 } = options;
  // "and 1 more" is no shorter than the one.
  const shown = verdict.open.length === named + 1 ? named + 1 : named;
  const parts: SentencePart[] = [];
  for (const cause of verdict.open.slice(0, shown)) {
    if (parts.length > 0) parts.push({ text: ', ' });
    parts.push({ text: cause.title, checkId: cause.checkId });
    parts.push({ text: ` (${causeWords(cause, verdict, options)})` });
  }
  const more = verdict.open.length - shown;
  return more > 0 ? [...parts, { text: ` and ${more} more` }] : parts;
}

/** Of a failed one what is wrong, of the others what the matter is. */
function causeWords(
  { checkId, status }: VerdictCause,
  { checks }: Verdict,
  options: SentenceOptions,
): string {
  const judged = checks.find(({ layers }) => layers.asked.definition.id === checkId);
  if (status === 'fail' && judged?.effective.status === 'fail') {
    return briefReason(judged.effective, options);
  }
  const label = statusLabel(status);
  return label.slice(0, 1).toLowerCase() + label.slice(1);
}

function waivers({ waived, at }: Verdict, { format = utcDay }: SentenceOptions): string {
  const [first] = waived;
  if (first === undefined) return 'waivers';
  const end = `${format(first.until)} (${inDays(at, first.until)})`;
  return waived.length === 1
    ? `1 waiver, which ends on ${end}`
    : `${waived.length} waivers, the first ends on ${end}`;
}

function comingUp(verdict: Verdict, { format = utcDay }: SentenceOptions): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  const ends = soon(verdict, 'confirmation-ends');
  const [end] = ends;
  if (end !== undefined) {
    const when = inDays(verdict.at, end.at);
    parts.push({
      text:
        ends.length === 1
          ? ` 1 confirmation ends ${when}.`
          : ` ${ends.length} confirmations end, the first ${when}.`,
    });
  }
  const required = verdict.ahead.filter(({ what }) => what === 'becomes-required');
  const [next] = required;
  if (next !== undefined) {
    parts.push({
      text:
        required.length === 1
          ? ` 1 more check will be required on ${format(next.at)}.`
          : ` ${required.length} more checks will be required, the first on ${format(next.at)}.`,
    });
  }
  return parts;
}

/** Of must-haves only: what is recommended holds nothing up. */
function soon(verdict: Verdict, what: Change['what']): readonly Change[] {
  const must = new Set(
    verdict.checks
      .filter(({ effective }) => effective.level.value === 'must')
      .map(({ layers }) => layers.asked.definition.id),
  );
  return verdict.ahead.filter(
    change => change.what === what && change.at <= verdict.at + SOON && must.has(change.checkId),
  );
}

function placeOf({ subject, stage }: Verdict): string {
  const [, environment] = subject.split('#');
  if (environment === undefined) return 'what is asked of it';
  return environment === UNDECLARED ? stage : environment;
}

/** Plain texts side by side become one. */
function joined(parts: readonly SentencePart[]): readonly SentencePart[] {
  const whole: SentencePart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && last.checkId === undefined && part.checkId === undefined) {
      whole[whole.length - 1] = { text: last.text + part.text };
    } else {
      whole.push(part);
    }
  }
  return whole;
}
