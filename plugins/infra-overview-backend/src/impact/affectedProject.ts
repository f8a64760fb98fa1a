import {
  describeParty,
  environmentNames,
  failureAnswer,
  itemsOf,
  statedBlock,
  viewOf,
  type AffectedProject,
  type FailureAnswer,
  type Instant,
  type Overview,
} from 'backstage-plugin-infra-overview-common';

export interface FoundProject {
  readonly project: AffectedProject;
  /** In words. */
  readonly escalation: readonly string[];
}

/** What the failure of a shared thing is to one project, in each environment that has it. */
export function affectedProject(
  { entity, effective }: Overview,
  of: string,
  now: Instant,
): FoundProject {
  const environments = effective === undefined ? [] : environmentNames(effective);
  const names = environments.length > 0 ? environments : ['everywhere'];
  const found = names.flatMap(name => {
    if (effective === undefined) return [];
    const view = { ...viewOf(effective, name), entityRef: entity.ref };
    const answer = failureAnswer(view, of, {
      now,
      environments,
      owner: entity.owner,
      requestPaths: effective.requestPaths,
    });
    return answer === undefined ? [] : [answer];
  });
  return {
    project: {
      entityRef: entity.ref,
      title: entity.title,
      ...(entity.owner !== undefined && { owner: entity.owner }),
      answers: found.map(toAnswer),
    },
    escalation: itemsOf(statedBlock(effective?.document.support)?.escalation).map(({ to }) =>
      describeParty(to),
    ),
  };
}

function toAnswer({ of, title, environment, outcome, sentence, stops, degrades }: FailureAnswer) {
  const [first] = [...stops, ...degrades];
  return { path: first?.path ?? of, title: first?.title ?? title, environment, outcome, sentence };
}

/** Owners and whom projects ask next, once each. A project that nobody owns is named, so that it is not forgotten. */
export function peopleToTell(found: readonly FoundProject[]): readonly string[] {
  return [
    ...new Set(
      found.flatMap(({ project, escalation }) => [
        project.owner === undefined
          ? `${project.title}: owner not stated`
          : describeParty(project.owner),
        ...escalation,
      ]),
    ),
  ];
}
