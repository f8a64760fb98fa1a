import type { EscalationStep, Support } from 'backstage-plugin-infra-overview-common';
import type { Fact } from './fact';
import { factItem, listFact } from './lists';
import { partyItem, type Owned } from './peopleFacts';
import type { Said } from './said';
import type { Surroundings } from './surroundings';
import { derivedFact, notStated, textsFact, valueFact } from './values';

/** Where people turn to, what they are promised, and where they see that it is down. */
export function supportFacts(around: Surroundings) {
  const support = around.document.at('support');
  const queue = support.at('queue');
  const serviceLevels = support.at('serviceLevels');
  const statusPage = support.at('statusPage');
  return {
    'support.entryPoint': valueFact(support.at('entryPoint')),
    'support.queue.url': valueFact(queue.at('url')),
    'support.queue.public': valueFact(queue.at('public')),
    'support.hours': valueFact(support.at('hours')),
    'support.agreedWith': textsFact(support.at('agreedWith')),
    'support.escalation.infrastructure': escalation(support, 'infrastructure', around),
    'support.escalation.application': escalation(support, 'application', around),
    'support.escalation.api': escalation(support, 'api', around),
    'serviceLevels.document': valueFact(serviceLevels.at('document')),
    'serviceLevels.availability': derivedFact(serviceLevels.at('availability'), String),
    'serviceLevels.dashboard': valueFact(serviceLevels.at('dashboard')),
    'statusPage.url': valueFact(statusPage.at('url')),
    'statusPage.platform': valueFact(statusPage.at('platform')),
    'statusPage.shows': textsFact(statusPage.at('shows')),
    'statusPage.subscribe': valueFact(statusPage.at('subscribe')),
  };
}

/** Who is asked next when this is broken. Steps for other things say nothing about it. */
function escalation(support: Said<Support>, about: EscalationStep['for'], owned: Owned): Fact {
  const steps = support.at('escalation');
  const wanted = notStated(`${steps.path}[for=${about}].to`);
  if (steps.state === 'not-stated') return wanted;
  const fact = listFact(steps, step => {
    if (step.value === undefined || step.value.for !== about) return [];
    const to = step.at('to');
    const { fields } = partyItem(step.value.to, to.path, to.origin, owned);
    return factItem(step, step.value.to, { ...fields, after: valueFact(step.at('after')) });
  });
  if (fact.state !== 'list' || fact.items.length > 0) return fact;
  return steps.value?.length === 0 ? fact : wanted;
}
