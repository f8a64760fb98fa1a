import {
  audienceLead,
  DAY,
  decide,
  HOUR,
  leadOver,
  MINUTE,
  noticeRange,
  type Audience,
  type Decision,
  type DecisionInput,
  type Instant,
  type LeadTime,
  type TimeRange,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { invalid } from '../api/coded';

/** Room around the expected duration: the start need not be on the minute. */
const ROOM = 4 * HOUR;
const UNKNOWN_DURATION = HOUR;
const LONGEST = 31 * DAY;

export interface NoticePlan {
  readonly audience: Audience;
  readonly range: TimeRange;
  readonly lead?: LeadTime;
  /** First start it frees; absent where the range ends before the lead. */
  readonly freesAt?: Instant;
  readonly decision: Decision;
}

export interface RangeWish {
  readonly audience?: string;
  readonly from?: Instant;
  readonly to?: Instant;
}

/**
 * Whom and what range. Where nothing is said, the range begins at the first start that is possible if they are told at `toldAt`
 * and lasts the expected duration and four hours more, up to the close of that opening.
 */
export function noticePlan(input: DecisionInput, wish: RangeWish, toldAt: Instant): NoticePlan {
  const decision = decide(input, toldAt);
  const audience = chosenAudience(input, decision, wish.audience);
  const resolved = audienceLead(audience, input.policy.tables);
  const lead = resolved.ok ? resolved.value : undefined;
  const range = rangeOf(input, decision, wish, { toldAt, over: lead && leadOver(lead, toldAt) });
  const frees =
    lead &&
    freedFrom({ audience: audience.key, target: input.request.target, range, toldAt }, lead);
  return {
    audience,
    range,
    ...(lead && { lead }),
    ...(frees !== undefined && { freesAt: frees }),
    decision,
  };
}

/** By key or by id, the nearest; where none is named, the only one that governs the target. */
function chosenAudience(
  { policy }: DecisionInput,
  { notices }: Decision,
  wanted: string | undefined,
): Audience {
  const { audiences } = policy.policy;
  const governing = audiences.filter(({ key }) => notices.some(({ audience }) => audience === key));
  const names = audiences.map(({ id }) => id).join(', ') || 'none that is declared';
  if (wanted !== undefined) {
    const nearest = audiences.filter(({ key, id }) => key === wanted || id === wanted).at(-1);
    if (nearest) return nearest;
    throw invalid('UNKNOWN_AUDIENCE', `audience: ${wanted} is not known here; there is ${names}`);
  }
  const [only, another] = governing.length > 0 ? governing : audiences;
  if (only && another === undefined) return only;
  throw invalid('AUDIENCE_NEEDED', `audience: say which; there is ${names}`);
}

function rangeOf(
  { policy }: DecisionInput,
  { nextIfNotifiedNow }: Decision,
  { from, to }: RangeWish,
  { toldAt, over }: { readonly toldAt: Instant; readonly over: Instant | undefined },
): TimeRange {
  const earliest = wholeMinute(Math.max(over ?? toldAt, nextIfNotifiedNow?.at ?? 0));
  const start = from ?? (to === undefined || earliest < to ? earliest : toldAt);
  const length = (policy.policy.expectedDuration ?? UNKNOWN_DURATION) + ROOM;
  const closes = nextIfNotifiedNow?.closes;
  const isInOpening = from === undefined && closes !== undefined && closes > start;
  const end = to ?? Math.min(start + length, isInOpening ? closes : Infinity);
  if (end <= start)
    throw invalid('END_NOT_AFTER_START', 'to: this is not after the start of the range');
  if (end - start > LONGEST) throw invalid('OUT_OF_RANGE', 'to: announce at most 31 days');
  return { start, end };
}

function freedFrom(
  told: {
    readonly audience: string;
    readonly target: string;
    readonly range: TimeRange;
    readonly toldAt: Instant;
  },
  lead: LeadTime,
): Instant | undefined {
  const { audience, target, range, toldAt } = told;
  const notice = {
    id: '',
    audience,
    target,
    from: range.start,
    to: range.end,
    effectiveAt: toldAt,
    state: 'sent',
  } as const;
  return noticeRange(notice, lead)?.start;
}

/** People are told minutes. */
function wholeMinute(at: Instant): Instant {
  return Math.ceil(at / MINUTE) * MINUTE;
}
