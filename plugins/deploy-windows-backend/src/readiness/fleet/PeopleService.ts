import type {
  ImpactAnswer,
  OnboardingAnswer,
  OnboardingQuery,
  OwnershipAnswer,
} from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../../api/route';
import type { EntityFacts } from '../../policy/TargetDirectory';
import type { SubjectOutline } from '../assessment/Assessments';

/** What readiness knows of people: whether ownership is true, what a leaver breaks, how somebody gets started. */
export interface PeopleService {
  entities(): Promise<readonly EntityFacts[]>;
  /** @param seen what of the entities and subjects the caller may read */
  ownership(
    group: string | undefined,
    seen: {
      readonly entities: readonly EntityFacts[];
      readonly subjects: readonly SubjectOutline[];
    },
    options: CallOptions,
  ): Promise<OwnershipAnswer>;
  impact(
    user: string,
    seen: readonly SubjectOutline[],
    options: CallOptions,
  ): Promise<ImpactAnswer>;
  onboarding(
    outline: SubjectOutline,
    role: OnboardingQuery['role'],
    options: CallOptions,
  ): Promise<OnboardingAnswer>;
}
