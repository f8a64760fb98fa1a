import type {
  CheckSubjectsAnswer,
  HistoryAnswer,
  RollupAnswer,
  RollupQuery,
  SubjectsAnswer,
  SubjectsQuery,
  TrendAnswer,
  TrendQuery,
} from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../../api/route';
import type { SubjectOutline } from '../assessment/Assessments';
import type { Standing } from './FleetReader';
import type { Stretch } from './page';

export interface CheckSubjectsQuery extends Stretch {
  readonly status?: string;
}

export interface Exported {
  readonly type: string;
  readonly fileName: string;
  readonly content: string;
  readonly subjects: number;
}

/** Lists of what is judged. `seen` is what the caller may read; nothing else is counted. */
export interface FleetService {
  /** Everything, before it is asked what the caller may read. */
  standings(): Promise<readonly Standing[]>;
  subjects(
    query: SubjectsQuery,
    seen: readonly Standing[],
    options: CallOptions,
  ): Promise<SubjectsAnswer>;
  checkSubjects(
    checkId: string,
    query: CheckSubjectsQuery,
    seen: readonly Standing[],
    options: CallOptions,
  ): Promise<CheckSubjectsAnswer>;
  rollup(
    query: RollupQuery,
    seen: readonly Standing[],
    options: CallOptions,
  ): Promise<RollupAnswer>;
  trend(query: TrendQuery, options: CallOptions): Promise<TrendAnswer>;
  history(
    outline: SubjectOutline,
    query: { readonly check?: string; readonly cursor?: string },
    options: CallOptions,
  ): Promise<HistoryAnswer>;
  exported(
    kind: 'csv' | 'json' | 'md',
    query: SubjectsQuery,
    seen: readonly Standing[],
    options: CallOptions,
  ): Promise<Exported>;
}
