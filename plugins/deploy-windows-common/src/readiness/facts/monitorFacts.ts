import {
  durationText,
  parseDuration,
  type Monitor,
  type Threshold,
} from 'backstage-plugin-infra-overview-common';
import { alertsOf } from './alertFacts';
import { loginHolders } from './credentialFacts';
import type { Fact, FactItem } from './fact';
import { factItem, listFact } from './lists';
import type { Said } from './said';
import type { Surroundings } from './surroundings';
import { derivedFact, otherFact, valueFact } from './values';

/** What is watched, with the alerts each monitor sets off. */
export function monitorFacts(around: Surroundings) {
  const monitors = around.document.at('observability').at('monitors');
  return {
    monitors: listFact(monitors, monitor => {
      const item = monitorItem(monitor, around);
      return { ...item, fields: { ...item.fields, alerts: alertsOf(item.name, around) } };
    }),
  };
}

/**
 * The monitors that watch one thing. When none does, one that may, because it does not say what it watches, leaves the answer open.
 */
export function monitorsWhere(
  around: Surroundings,
  watches: (monitor: Monitor) => boolean,
  mayWatch: (monitor: Monitor) => boolean,
): Fact {
  const monitors = around.document.at('observability').at('monitors');
  const fact = listFact(monitors, monitor =>
    monitor.value !== undefined && watches(monitor.value) ? monitorItem(monitor, around) : [],
  );
  if (fact.state !== 'list' || fact.items.length > 0) return fact;
  const silent = monitors.items.find(({ value }) => value !== undefined && mayWatch(value));
  return silent ? otherFact(silent.at('target')) : fact;
}

function monitorItem(monitor: Said<Monitor>, around: Surroundings): FactItem {
  return factItem(monitor, monitor.value?.id ?? '', {
    id: valueFact(monitor.at('id')),
    kind: valueFact(monitor.at('kind')),
    target: valueFact(monitor.at('target')),
    interval: valueFact(monitor.at('interval')),
    latency: latency(monitor),
    threshold: derivedFact(monitor.at('threshold'), thresholdWords),
    stepCount: derivedFact(monitor.at('steps'), steps => steps.length),
    history: valueFact(monitor.at('history')),
    since: valueFact(monitor.at('since')),
    loginHolders: loginHolders(monitor, around),
  });
}

/** From a failure to the report at most: it may begin right after a run. */
function latency(monitor: Said<Monitor>): Fact {
  const interval = monitor.at('interval');
  const reportWithin = monitor.at('reportWithin');
  if (interval.value === undefined) return otherFact(interval);
  if (reportWithin.value === undefined) return otherFact(reportWithin);
  return {
    state: 'stated',
    value: sum(interval.value, reportWithin.value),
    origin: interval.origin,
  };
}

function sum(a: string, b: string): string {
  const first = parseDuration(a);
  const second = parseDuration(b);
  if (first === undefined || second === undefined) return a;
  return durationText({
    years: first.years + second.years,
    months: first.months + second.months,
    weeks: first.weeks + second.weeks,
    days: first.days + second.days,
    hours: first.hours + second.hours,
    minutes: first.minutes + second.minutes,
    seconds: first.seconds + second.seconds,
  });
}

/** `2 percent within PT5M`. */
function thresholdWords({ value, unit, over }: Threshold): string {
  const parts = [value, unit, over === undefined ? undefined : `within ${over}`];
  return parts.filter(part => part !== undefined).join(' ');
}
