import type {
  CompareAnswer,
  RefreshAnswer,
  SubjectAnswer,
  VerdictAnswer,
  VerdictsAnswer,
} from 'backstage-plugin-deploy-windows-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/readiness';
import type { CallOptions } from '../../api/route';
import type { SubjectOutline } from '../assessment/Assessments';

/** One or some of what is judged; the caller may read each of the outlines. */
export interface SubjectService {
  /** @param at a later time than now, for planning */
  verdict(
    outline: SubjectOutline,
    at: Instant | undefined,
    options: CallOptions,
  ): Promise<VerdictAnswer>;
  /** In the order asked; undefined: it is not there for the caller. */
  verdicts(
    outlines: readonly (SubjectOutline | undefined)[],
    at: Instant | undefined,
    options: CallOptions,
  ): Promise<readonly VerdictsAnswer['results'][number]['verdict'][]>;
  /** @param siblings the environments of the same entity that the caller may read */
  subject(
    outline: SubjectOutline,
    siblings: readonly SubjectOutline[],
    options: CallOptions,
  ): Promise<SubjectAnswer>;
  compare(a: SubjectOutline, b: SubjectOutline, options: CallOptions): Promise<CompareAnswer>;
  /** Reads the entity again at once. */
  refresh(
    outline: SubjectOutline,
    siblings: readonly SubjectOutline[],
    options: CallOptions,
  ): Promise<RefreshAnswer>;
}
