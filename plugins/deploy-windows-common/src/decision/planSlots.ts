import type { TargetKey } from '../schedule';
import type { Instant } from '../time';
import type { DecisionInput } from './input';
import { nextOpening } from './opening';
import { lookUntil, planOf } from './plan';

/** One service of a common deploy; its duration is the one its own gates go by. */
export interface Slot {
  readonly target: TargetKey;
  readonly start: Instant;
  /** Absent: nobody knows how long it takes. */
  readonly end?: Instant;
}

export type SlotPlan =
  | { readonly outcome: 'planned'; readonly slots: readonly Slot[] }
  /** The first target that cannot go before the horizon. */
  | { readonly outcome: 'none'; readonly target: TargetKey };

export type SlotOrder = 'together' | 'one-after-another';

/** The earliest time at which several services can go: all at once, or each when the one before it is done. */
export function planSlots(
  inputs: readonly DecisionInput[],
  at: Instant,
  order: SlotOrder,
): SlotPlan {
  const items = offsets(inputs, order);
  let start = at;
  for (;;) {
    let latest = start;
    for (const { input, plan, offset } of items) {
      const limit = lookUntil(input, at);
      const opening = nextOpening(plan.gates, plan.fit, latest + offset, limit);
      if (opening === undefined) return { outcome: 'none', target: input.request.target };
      latest = opening.start - offset;
    }
    if (latest === start) break;
    start = latest;
  }
  const slots = items.map(({ input, plan, offset }): Slot => {
    const { duration } = plan.fit;
    return {
      target: input.request.target,
      start: start + offset,
      ...(duration !== undefined && { end: start + offset + duration }),
    };
  });
  return { outcome: 'planned', slots };
}

function offsets(inputs: readonly DecisionInput[], order: SlotOrder) {
  let offset = 0;
  return inputs.map(input => {
    const item = { input, plan: planOf(input), offset };
    if (order === 'one-after-another') offset += item.plan.fit.duration ?? 0;
    return item;
  });
}
