import type { Alert } from 'backstage-plugin-infra-overview-common';
import { peopleOf } from '../people/peopleOf';
import type { Fact, FactItem } from './fact';
import { factItem, listFact } from './lists';
import { targetsFact } from './peopleFacts';
import type { Said } from './said';
import type { Surroundings } from './surroundings';
import { distinct, notStated, otherFact, valueFact } from './values';

/** What wakes people up, and which people. */
export function alertFacts(around: Surroundings) {
  const alerts = around.document.at('observability').at('alerts');
  return {
    alerts: listFact(alerts, alert => alertItem(alert, around)),
    alertPeople: alertPeople(alerts, around),
  };
}

/** The alerts a monitor sets off. One that names no monitor might be any monitor's. */
export function alertsOf(monitor: string, around: Surroundings): Fact {
  const alerts = around.document.at('observability').at('alerts');
  const fact = listFact(alerts, alert =>
    alert.value?.monitors?.includes(monitor) === true ? alertItem(alert, around) : [],
  );
  if (fact.state !== 'list' || fact.items.length > 0) return fact;
  const silent = alerts.items.find(({ value }) => value?.monitors === undefined);
  return silent ? otherFact(silent.at('monitors')) : fact;
}

function alertItem(alert: Said<Alert>, around: Surroundings): FactItem {
  const condition = alert.at('condition');
  const threshold = condition.at('threshold');
  const targets = targetsOf(alert, around);
  return factItem(alert, alert.value?.id ?? '', {
    id: valueFact(alert.at('id')),
    conditionType: valueFact(condition.at('type')),
    'threshold.value': valueFact(threshold.at('value')),
    'threshold.over': valueFact(threshold.at('over')),
    targets,
    laterTargets: laterTargets(targets),
    severity: valueFact(alert.at('severity')),
    dedupe: valueFact(alert.at('dedupe')),
    lastTested: valueFact(alert.at('lastTested')),
    runbook: valueFact(alert.at('runbook')),
    targetsKey: targetsKey(targets),
  });
}

function targetsOf(alert: Said<Alert>, around: Surroundings): Fact {
  const channels = around.document.at('observability').at('channels');
  return targetsFact(alert.at('targets'), channels, around);
}

/** How many are told only when nobody reacted. Where no target says so, nobody has said that there is none. */
function laterTargets(targets: Fact): Fact {
  if (targets.state !== 'list') return targets;
  const value = targets.items.filter(({ fields }) => fields.after?.state === 'stated').length;
  const silent = targets.items.find(({ fields }) => fields.after?.state === 'not-stated');
  if (value === 0 && silent !== undefined) return notStated(`${silent.path}.after`);
  return { state: 'stated', value, origin: targets.origin };
}

/** The same for alerts that go to the same people by the same ways. */
function targetsKey(targets: Fact): Fact {
  if (targets.state !== 'list') return targets;
  const keys = targets.items.map(({ name, fields: { to, channel } }) => {
    const who = to?.state === 'stated' ? to.value : name;
    return `${channel?.state === 'stated' ? channel.value : ''} ${who}`;
  });
  return { state: 'stated', value: distinct(keys).join(', '), origin: targets.origin };
}

/** The list is complete or it is not stated: somebody on it who is not known might be without access. */
function alertPeople(alerts: Said<readonly Alert[]>, around: Surroundings): Fact {
  if (alerts.value === undefined) return otherFact(alerts);
  const users: string[] = [];
  for (const alert of alerts.items) {
    const targets = targetsOf(alert, around);
    const reached = peopleOf(around.org, targets);
    if (reached.maybeMore) {
      const open = reached.problems.find(
        ({ code }) => code === 'WHO_IS_ON_IT' || code === 'ABSENT',
      );
      return notStated(open === undefined ? alert.at('targets').path : `${open.path}.to`);
    }
    users.push(...reached.users);
  }
  return { state: 'texts', values: distinct(users), origin: alerts.origin };
}
