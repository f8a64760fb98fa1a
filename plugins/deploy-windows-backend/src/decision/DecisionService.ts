import type {
  DecisionAnswer,
  DecisionQuery,
  DecisionsAnswer,
  DecisionsWish,
  ExplainAnswer,
  NextAnswer,
  PlanAnswer,
} from 'backstage-plugin-deploy-windows-common';
import type { nextQuerySchema, planWishSchema } from 'backstage-plugin-deploy-windows-common';
import type { z } from 'zod';
import type { CallOptions } from '../api/route';

export type NextQuery = z.output<typeof nextQuerySchema>;
export type PlanWish = z.output<typeof planWishSchema>;

/** May it be deployed now, and if not, when and why? */
export interface DecisionService {
  /** The gate. Logged; with `at` it is a question about another time, and is not. */
  decision(query: DecisionQuery, options: CallOptions): Promise<DecisionAnswer>;
  /** For each target a decision, or why there is none. */
  decisions(wish: DecisionsWish, options: CallOptions): Promise<DecisionsAnswer>;
  /** The decision and every window that was considered. */
  explain(query: DecisionQuery, options: CallOptions): Promise<ExplainAnswer>;
  /** The next openings in which the expected duration fits. */
  next(query: NextQuery, options: CallOptions): Promise<NextAnswer>;
  /** The first time at which several services can go. */
  plan(wish: PlanWish, options: CallOptions): Promise<PlanAnswer>;
}
