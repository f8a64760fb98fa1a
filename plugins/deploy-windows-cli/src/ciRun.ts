import type { World } from './world';

/** The pipeline run this command is part of. */
export interface CiRun {
  /** Which system runs it. */
  readonly source: string;
  /** One run of one job: the same one again is the same run. */
  readonly run: string;
}

/** What CI systems say of themselves; undefined at a person's desk. */
export function ciRun(env: World['env']): CiRun | undefined {
  const {
    GITHUB_RUN_ID,
    GITHUB_RUN_ATTEMPT,
    GITHUB_JOB,
    CIRCLE_WORKFLOW_JOB_ID,
    CI_JOB_ID,
    BUILD_TAG,
  } = env;
  if (GITHUB_RUN_ID)
    return {
      source: 'github-actions',
      run: [GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB].filter(Boolean).join('-'),
    };
  if (CIRCLE_WORKFLOW_JOB_ID) return { source: 'circleci', run: CIRCLE_WORKFLOW_JOB_ID };
  if (CI_JOB_ID) return { source: 'gitlab-ci', run: CI_JOB_ID };
  if (BUILD_TAG) return { source: 'jenkins', run: BUILD_TAG };
  return undefined;
}
