import type { UpstreamStatus } from '../assess';
import type { Facts } from '../facts/fact';
import type { OrgGraph } from '../people/org';

/** All that a rule may look at. There is no clock in it. */
export interface RuleContext {
  readonly facts: Facts;
  readonly org: OrgGraph;
  /** Stage of the subject: dependencies are asked at the same one. */
  readonly stage: string;
  readonly upstream: UpstreamStatus;
  /** ISO 8601 duration: what was observed longer ago is not known. */
  readonly observedMaxAge?: string;
}
