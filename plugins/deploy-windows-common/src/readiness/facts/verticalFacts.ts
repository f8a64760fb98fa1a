import type { Addon, Process } from 'backstage-plugin-infra-overview-common';
import type { Fact, FactItem } from './fact';
import { factItem } from './lists';
import type { Said } from './said';
import type { Surroundings } from './surroundings';
import { notStated, otherFact, valueFact } from './values';

/** Parts that grow only by a bigger host, and the hosts they press on. */
export function verticalFacts({ document, environment }: Surroundings) {
  const processes = environment.at('processes');
  const addons = document.at('addons');
  return { verticalParts: verticalParts(processes, addons) };
}

type Processes = Said<readonly Process[]>;
type Addons = Said<readonly Addon[]>;

function verticalParts(processes: Processes, addons: Addons): Fact {
  if (processes.state === 'not-stated') return otherFact(processes);
  if (addons.state === 'not-stated') return otherFact(addons);
  if (processes.value === undefined && addons.value === undefined) return otherFact(processes);
  const items = [
    ...processes.items.flatMap(process => processPart(process, processes, addons)),
    ...addons.items.flatMap(addon => addonPart(addon, processes, addons)),
  ];
  return { state: 'list', items, origin: processes.value ? processes.origin : addons.origin };
}

/** One that does not say how it grows may be such a part: it is listed, and nothing is known of it. */
function processPart(
  process: Said<Process>,
  processes: Processes,
  addons: Addons,
): readonly FactItem[] {
  const { value } = process;
  if (value === undefined || value.role === 'one-off' || value.role === 'release') return [];
  if (value.scaling === 'horizontal') return [];
  const name = valueFact(process.at('name'));
  if (value.scaling === undefined) {
    const unknown = notStated(process.at('scaling').path);
    return [factItem(process, value.name, { name, headroom: unknown, sharesHost: unknown })];
  }
  return [
    factItem(process, value.name, {
      name,
      headroom: valueFact(process.at('headroom')),
      sharesHost: sharesHost(process.at('host'), value, processes, addons),
    }),
  ];
}

/** Somebody else's service grows on hosts that are not ours. */
function addonPart(addon: Said<Addon>, processes: Processes, addons: Addons): readonly FactItem[] {
  const { value } = addon;
  const host = addon.at('host');
  if (value === undefined || host.value === undefined || value.operatedBy === 'third-party') {
    return [];
  }
  return [
    factItem(addon, value.id, {
      name: valueFact(addon.at('id')),
      headroom: headroomOf(host.value, processes),
      sharesHost: sharesHost(host, value, processes, addons),
    }),
  ];
}

/** Headroom is of a host. The document has a place for it at processes alone. */
function headroomOf(host: string, processes: Processes): Fact {
  const [neighbour] = processes.items
    .filter(({ value }) => value?.host === host && value.headroom !== undefined)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return neighbour
    ? valueFact(neighbour.at('headroom'))
    : notStated(`${processes.path}[].headroom`);
}

/** Whether another process or add-on names that host. */
function sharesHost(
  host: Said<string>,
  self: Process | Addon,
  processes: Processes,
  addons: Addons,
): Fact {
  if (host.value === undefined) return otherFact(host);
  const others = [...(processes.value ?? []), ...(addons.value ?? [])];
  const value = others.some(other => other !== self && other.host === host.value);
  return { state: 'stated', value, origin: host.origin };
}
