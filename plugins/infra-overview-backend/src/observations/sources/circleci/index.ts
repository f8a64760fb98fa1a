import type { SourceKind } from '../SourceKind';
import { CircleCiSource } from './CircleCiSource';
import { readPipelineFiles } from './config';
import { pipelineReader } from './reader';

/** Pipeline files that say how a deploy is meant to go. */
export const circleCi: SourceKind = {
  id: 'circleci',
  schedule: { frequency: { hours: 1 }, timeout: { minutes: 10 }, initialDelay: { seconds: 15 } },
  create: ({ config, urlReader, now }) =>
    new CircleCiSource({
      files: readPipelineFiles(config),
      reader: pipelineReader(urlReader),
      now,
    }),
};
