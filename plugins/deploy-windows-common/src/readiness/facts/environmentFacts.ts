import { itemsOf, stageOf } from 'backstage-plugin-infra-overview-common';
import type { Fact } from './fact';
import { factItem, listFact } from './lists';
import { Said } from './said';
import type { Surroundings } from './surroundings';
import { distinct, otherFact, valueFact } from './values';

/** Which environments there are, and what holds in the one in hand. */
export function environmentFacts({ effective, environment }: Surroundings) {
  return {
    environments: allEnvironments(effective),
    launchDate: valueFact(environment.at('launchedAt')),
    tagKeys: tagKeys(environment),
    dataRules: listFact(environment.at('dataRules'), rule =>
      factItem(rule, rule.value?.id ?? '', {
        id: valueFact(rule.at('id')),
        statement: valueFact(rule.at('statement')),
      }),
    ),
  };
}

/** Of the whole document; a view knows only its own. */
function allEnvironments(effective: Surroundings['effective']): Fact {
  const whole = { ...effective, environment: '' };
  return listFact(Said.document(whole).at('environments'), said => {
    const name = said.value?.name ?? '';
    const stage = said.at('stage');
    return factItem(said, name, {
      name: valueFact(said.at('name')),
      // Guessed from the name where nobody states it.
      stage: {
        state: 'stated',
        value: stageOf({ name, ...(stage.value && { stage: stage.value }) }).stage,
        origin: (stage.value === undefined ? said.at('name') : stage).origin,
      },
    });
  });
}

function tagKeys(environment: Surroundings['environment']): Fact {
  const tags = environment.at('tags');
  if (tags.value === undefined) return otherFact(tags);
  const keys = itemsOf(tags.value).map(({ key }) => key);
  return { state: 'texts', values: distinct(keys), origin: tags.origin };
}
