import { OUTCOME_WORDS, type FleetImpact } from 'backstage-plugin-infra-overview-common';
import { csv } from '../../lib/csv';

/** One line a project and environment. */
export function impactCsv({ affected }: Pick<FleetImpact, 'affected'>): string {
  return csv([
    ['project', 'entity', 'owner', 'environment', 'what', 'outcome', 'answer'],
    ...affected.flatMap(({ title, entityRef, owner, answers }) =>
      answers.map(answer => [
        title,
        entityRef,
        owner ?? 'not stated',
        answer.environment,
        answer.title,
        OUTCOME_WORDS[answer.outcome],
        answer.sentence,
      ]),
    ),
  ]);
}
