import type { Fact } from './fact';
import { factItem, listFact } from './lists';
import { stageNamed } from './stageNamed';
import type { Surroundings } from './surroundings';
import { derivedFact, valueFact } from './values';

/** What is known about load: plans, days with more of it, tests. */
export function capacityFacts({ document, effective }: Surroundings) {
  const capacity = document.at('capacity');
  return {
    'capacity.plan': valueFact(capacity.at('plan')),
    'capacity.events': inOrder(
      listFact(capacity.at('events'), event =>
        factItem(event, event.value?.title ?? '', {
          name: valueFact(event.at('title')),
          at: valueFact(event.at('at')),
        }),
      ),
    ),
    loadTests: listFact(capacity.at('loadTests'), test =>
      factItem(test, test.value?.id ?? '', {
        stage: derivedFact(test.at('environment'), name => stageNamed(name, effective)),
        cadence: valueFact(test.at('cadence')),
        lastRun: valueFact(test.at('lastRun')),
      }),
    ),
  };
}

/** Oldest first, without a day last. ISO days sort as text. */
function inOrder(events: Fact): Fact {
  if (events.state !== 'list') return events;
  const day = (at: Fact | undefined) => (at?.state === 'stated' ? String(at.value) : '~');
  const items = [...events.items].sort((a, b) => {
    const [first, second] = [day(a.fields.at), day(b.fields.at)];
    if (first === second) return a.name < b.name ? -1 : 1;
    return first < second ? -1 : 1;
  });
  return { ...events, items };
}
