import type { EffectiveInfra, InfraView } from 'backstage-plugin-infra-overview-common';
import type { Instant } from '../../time';
import type { Judged } from '../effective/verdict';
import type { OnboardingAnswer } from '../wire';
import type { Titles } from '../words/valueWords';

export type OnboardingRole = OnboardingAnswer['role'];

export interface OnboardingInput {
  readonly entityRef: string;
  readonly title: string;
  readonly description?: string;
  readonly owner?: string;
  readonly role: OnboardingRole;
  /** Of all environments. */
  readonly effective: EffectiveInfra;
  /** Of the one the lines are about: production, else the one asked for. */
  readonly view: InfraView;
  /** Of that environment: a line that is missing leads to the check that asks for it. */
  readonly checks: readonly Judged[];
  /** The people behind the alerts, as user refs. */
  readonly alertPeople?: readonly string[];
  /** When deploys are open, frozen and announced, in words. */
  readonly windows?: readonly string[];
  readonly titles: Titles;
  readonly now: Instant;
}
