import { itemPath } from '../../document';
import { counted, inWords } from '../../overview';
import { isCompared } from '../compare/compareValues';
import { titleOfEnvironment } from '../findingTitle';
import { describeSeen } from './describeSeen';
import type { Sighting, Sightings } from './sightings';
import type { Verdict } from './verdict';

/** An environment in no document; nothing where a source only has suggestions. */
export function judgeUndeclared(
  environment: string,
  subject: string,
  sightings: Sightings,
): Verdict | undefined {
  const sighting = newest(sightings);
  if (sighting === undefined) return undefined;
  return {
    path: itemPath('environments', environment),
    environment,
    title: titleOfEnvironment(environment),
    status: 'only-observed',
    observed: [environment === subject ? undefined : subject, ...contents(sightings)]
      .filter(words => words !== undefined)
      .join(', '),
    sighting,
    undeclaredEnvironment: true,
  };
}

function newest({ fields, items }: Sightings): Sighting | undefined {
  const seen = [...fields].flatMap(([field, all]) => (isCompared(field) ? all : []));
  const all: readonly Sighting[] = [...seen, ...items];
  return all.reduce<Sighting | undefined>(
    (last, each) => (last === undefined || each.at > last.at ? each : last),
    undefined,
  );
}

/** "runs web and worker", "2 add-ons" */
function contents({ items }: Sightings): readonly (string | undefined)[] {
  const of = (list: string) => items.filter(item => item.list === list);
  const processes = of('processes').map(
    item => `${item.name} (${describeSeen('processes', item)})`,
  );
  const addons = of('addons').length;
  return [
    processes.length > 0 ? `runs ${inWords(processes)}` : undefined,
    addons > 0 ? counted(addons, 'add-on') : undefined,
  ];
}
