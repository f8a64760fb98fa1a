import type { Process } from 'backstage-plugin-infra-overview-common';
import type { Fact } from './fact';
import { factItem, listFact } from './lists';
import type { Content, Said } from './said';
import type { Surroundings } from './surroundings';
import { derivedFact, notStated, otherFact, valueFact } from './values';

/** What runs in the environment. */
export function processFacts({ environment }: Surroundings) {
  return { processes: listFact(environment.at('processes'), processItem) };
}

function processItem(process: Said<Process>) {
  return factItem(process, process.value?.name ?? '', {
    name: valueFact(process.at('name')),
    role: valueFact(process.at('role')),
    longRunning: longRunning(process),
    min: fewest(process),
    scaling: valueFact(process.at('scaling')),
    elastic: elastic(process),
    zoneCount: derivedFact(process.at('zones'), zoneCount),
    headroom: valueFact(process.at('headroom')),
    host: valueFact(process.at('host')),
    group: valueFact(process.at('group')),
  });
}

export function longRunning(process: Said<Process>): Fact {
  return derivedFact(process.at('role'), role => role !== 'one-off' && role !== 'release');
}

/** Words such as "many" are no number. */
function fewest(process: Said<Process>): Fact {
  const instances = process.at('instances');
  const { value } = instances;
  if (value === undefined) return otherFact(instances);
  const min = typeof value === 'number' ? value : value.min;
  if (min === undefined) return notStated(instances.path);
  return { state: 'stated', value: min, origin: instances.origin };
}

/** Something changes the number of instances, and there is room to change it. A fixed number never changes. */
function elastic(process: Said<Process>): Fact {
  const autoscaling = process.at('autoscaling');
  const { origin } = autoscaling;
  if (autoscaling.state === 'none') return { state: 'stated', value: false, origin };
  if (autoscaling.state === 'not-needed') return otherFact(autoscaling);
  const instances = process.at('instances');
  const range = instances.value;
  if (typeof range === 'number' || (range !== undefined && isFixed(range))) {
    return { state: 'stated', value: false, origin: instances.origin };
  }
  if (autoscaling.value === undefined) return otherFact(autoscaling);
  if (range?.min === undefined || range.max === undefined) return otherFact(instances);
  return { state: 'stated', value: true, origin: instances.origin };
}

function isFixed({ min, max }: Exclude<Content<Process['instances']>, number>): boolean {
  return min !== undefined && max !== undefined && max <= min;
}

/** `*`: the platform spreads them, which takes two at least. */
function zoneCount(zones: readonly string[]): number {
  const { size } = new Set(zones);
  return zones.includes('*') ? Math.max(2, size) : size;
}
