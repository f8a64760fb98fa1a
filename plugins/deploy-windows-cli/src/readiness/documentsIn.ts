import {
  readInfraDocument,
  type Problem,
  type ReadResult,
} from 'backstage-plugin-infra-overview-common';
import type { PlacedEntity } from '../catalogFiles/readFiles';

export type ReadDocument = ReadResult;

/** What is wrong with a document, and in which file. */
export interface FileProblem extends Problem {
  readonly file: string;
}

export interface Documents {
  readonly of: (ref: string) => ReadDocument;
  readonly problems: readonly FileProblem[];
}

const ABSENT: ReadDocument = { outcome: 'absent' };

/** Every document of the files. What cannot be read of one is not known, and named with its line. */
export function documentsIn(entities: Iterable<PlacedEntity>): Documents {
  const read = new Map<string, ReadDocument>();
  const problems: FileProblem[] = [];
  for (const { ref, entity, file, lineOf } of entities) {
    const document = readInfraDocument(entity.spec?.infra, {
      entityRef: ref,
      kind: entity.kind,
      lineOf,
    });
    read.set(ref, document);
    for (const problem of problemsOf(document)) {
      const line = problem.line ?? lineOf(problem.path);
      problems.push({ ...problem, file, ...(line !== undefined && { line }) });
    }
  }
  return { of: ref => read.get(ref) ?? ABSENT, problems };
}

function problemsOf(read: ReadDocument): readonly Problem[] {
  switch (read.outcome) {
    case 'absent':
      return [];
    case 'refused':
      return [read.problem];
    case 'read':
      return read.problems.filter(({ severity }) => severity !== 'hint');
    default:
      throw new Error(read satisfies never);
  }
}
