import type { BoundSubject, ObservedProcedure } from '../observed';

/** How a deploy goes by what a pipeline file says, for each environment it deploys to. */
export function observedProcedures(bound: readonly BoundSubject[]): readonly ObservedProcedure[] {
  const procedures: ObservedProcedure[] = [];
  for (const { environment, subject } of bound) {
    for (const { fields, at, deepLink } of subject.parts) {
      const steps = Object.hasOwn(fields, 'observed.deploySteps')
        ? fields['observed.deploySteps']
        : undefined;
      if (!Array.isArray(steps)) continue;
      procedures.push({
        environment,
        source: subject.source,
        steps,
        complete: fields['observed.deployStepsComplete'] === true,
        at,
        ...(deepLink !== undefined && { deepLink }),
      });
    }
  }
  return procedures;
}
