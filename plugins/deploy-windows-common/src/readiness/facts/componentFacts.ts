import type { Addon, Monitor } from 'backstage-plugin-infra-overview-common';
import type { Fact, FactItem } from './fact';
import { factItem } from './lists';
import { monitorsWhere } from './monitorFacts';
import { longRunning } from './processFacts';
import type { Said } from './said';
import { isStore } from './storeFacts';
import type { Surroundings } from './surroundings';
import { notStated, otherFact, valueFact } from './values';

/** The parts that have to be well, each with what watches it, and what catches exceptions. */
export function componentFacts(around: Surroundings) {
  return { components: components(around), errorTracker: errorTracker(around) };
}

function components(around: Surroundings): Fact {
  const processes = around.environment.at('processes');
  const addons = around.document.at('addons');
  if (processes.value === undefined && addons.value === undefined) return otherFact(processes);
  const items = [
    ...processes.items.flatMap(process => {
      const runs = longRunning(process);
      if (runs.state === 'stated' && runs.value === false) return [];
      const part = partItem(process, process.value?.name ?? '', around);
      return runs.state === 'stated' ? [part] : [onlyIfWatched(part, runs)];
    }),
    ...addons.items
      .filter(({ value }) => isStore(value) && value?.volatile === true)
      .map(addon => partItem(addon, addon.value?.id ?? '', around)),
    ...unsaid(processes, 'processes'),
    ...unsaid(addons, 'add-ons'),
  ];
  return { state: 'list', items, origin: processes.value ? processes.origin : addons.origin };
}

function partItem(part: Said<unknown>, name: string, around: Surroundings): FactItem {
  const isMeant = (word: string | undefined) => word?.toLowerCase() === name.toLowerCase();
  const watches = ({ target, addon }: Monitor) => isMeant(target) || isMeant(addon);
  return factItem(part, name, {
    name: { state: 'stated', value: name, origin: part.origin },
    monitors: monitorsWhere(around, watches, ({ target }) => target === undefined),
  });
}

/** What perhaps does not run for long need not be watched. */
function onlyIfWatched(part: FactItem, unknown: Fact): FactItem {
  const { monitors } = part.fields;
  const isWatched = monitors?.state === 'list' && monitors.items.length > 0;
  return isWatched ? part : { ...part, fields: { ...part.fields, monitors: unknown } };
}

/** There may be parts in a list nobody wrote. */
function unsaid(list: Said<unknown>, name: string): readonly FactItem[] {
  if (list.state !== 'not-stated') return [];
  const unknown = notStated(list.path);
  return [factItem(list, name, { name: unknown, monitors: unknown })];
}

/** An add-on that catches errors. None, where every add-on says what it is and none does that. */
function errorTracker({ document }: Surroundings): Fact {
  const addons = document.at('addons');
  if (addons.value === undefined) return otherFact(addons);
  const byId = [...addons.items].sort((a, b) => (a.path < b.path ? -1 : 1));
  const ofCategory = (category: Addon['category']) =>
    byId.find(({ value }) => value?.category === category);
  const tracker = ofCategory('errors') ?? ofCategory('apm');
  if (tracker !== undefined) return valueFact(tracker.at('id'));
  const silent = byId.find(({ value }) => value?.category === undefined);
  return silent ? otherFact(silent.at('category')) : { state: 'none', origin: addons.origin };
}
