import type { Pipeline } from './Account';
import type { Deployment } from './allowList';
import { asked, type Asked } from './asked';
import type { HerokuApi } from './HerokuApi';

/** What is asked of a pipeline once, however many of its apps are looked at. */
export class PipelineAnswers {
  readonly #api: HerokuApi;
  readonly #deployments = new Map<string, Promise<Asked<Deployment[]>>>();

  constructor(api: HerokuApi) {
    this.#api = api;
  }

  deployments(pipeline: string): Promise<Asked<readonly Deployment[]>> {
    const known = this.#deployments.get(pipeline) ?? asked(this.#api.latestDeployments(pipeline));
    this.#deployments.set(pipeline, known);
    return known;
  }

  /** Whether it makes environments that come and go: for reviews, for tests. */
  passing(pipeline: Pipeline) {
    return [
      {
        name: 'review apps',
        environment: 'review',
        exists: () => this.#api.hasReviewApps(pipeline.id),
      },
      { name: 'test runs', environment: 'ci', exists: () => this.#api.hasTestRuns(pipeline.id) },
    ] as const;
  }
}
