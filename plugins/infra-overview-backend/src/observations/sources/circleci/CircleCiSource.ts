import type { ObservationSource, Readiness, SubjectReport, Wanted } from '../../ObservationSource';
import type { PipelineFile } from './config';
import { readDeploys } from './deploys';
import { parsePipeline, PipelineFileError } from './pipelineFile';
import { toJobs, toSubject } from './toSubject';

/** Reads a pipeline file, and scripts beside it. Throws FileError in our words. */
export interface PipelineReader {
  config(file: PipelineFile, signal: AbortSignal): Promise<string>;
  /** A script of the same repository; undefined where it is not there. */
  script(file: PipelineFile, path: string, signal: AbortSignal): Promise<string | undefined>;
}

/** The deploy procedure as CircleCI would run it. Nothing is run, no orb is fetched, no text of a command is kept. */
export class CircleCiSource implements ObservationSource {
  readonly id = 'circleci';
  readonly title = 'CircleCI configuration';
  readonly platforms: readonly string[] = [];
  readonly intent = true;
  readonly covers = [
    'environments[].deploy.trigger',
    'environments[].deploy.branch',
    'environments[].deploy.migrations',
    'environments[].deploy.snapshotBefore',
    'environments[].deploy.healthCheck',
    'environments[].deploy.artifact.kind',
    'environments[].maintenance.duringDeploy',
  ];
  readonly #files: readonly PipelineFile[];
  readonly #reader: PipelineReader;
  readonly #now: () => number;

  constructor(options: {
    readonly files: readonly PipelineFile[];
    readonly reader: PipelineReader;
    readonly now: () => number;
  }) {
    this.#files = options.files;
    this.#reader = options.reader;
    this.#now = options.now;
  }

  async prepare(): Promise<Readiness> {
    return { state: 'ready' };
  }

  async *observe(_wanted: readonly Wanted[], signal: AbortSignal): AsyncIterable<SubjectReport> {
    for (const file of this.#files) {
      if (signal.aborted) return;
      yield* await this.#look(file, signal);
    }
  }

  async #look(file: PipelineFile, signal: AbortSignal): Promise<readonly SubjectReport[]> {
    const failed = (reason: string): readonly SubjectReport[] => [
      {
        outcome: 'failed',
        subject: file.id,
        group: `circleci:${file.id}`,
        entityRef: file.entityRef,
        reason,
      },
    ];
    try {
      const pipeline = parsePipeline(await this.#reader.config(file, signal));
      const { deploys, scheduled, notRead } = await readDeploys(pipeline, path =>
        this.#reader.script(file, path, signal),
      );
      const [reason] = notRead;
      if (reason !== undefined) return failed(`${file.id}: ${reason}`);
      const now = this.#now();
      return [
        ...deploys.map(deploy => toSubject(file, deploy, now)),
        ...toJobs(file, scheduled, now),
      ];
    } catch (error) {
      if (signal.aborted) return [];
      // Only errors of our own words are repeated.
      return failed(
        `${file.id}: ${error instanceof PipelineFileError ? error.message : 'could not be read'}`,
      );
    }
  }
}
