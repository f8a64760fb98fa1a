import { itemPath } from '../../document';
import type { InfraView } from '../../effective';
import { activeItems } from '../facts';
import { itemTitle } from '../itemTitle';
import { inWords } from '../words/sentence';
import type { Affected } from './failure';
import type { Broken } from './broken';
import { processesOf, type Part, type Parts } from './parts';

interface Dependants {
  readonly stops: readonly Affected[];
  readonly degrades: readonly Affected[];
  /** Alerts that nothing sets off any more. */
  readonly silent: ReadonlySet<string>;
}

/** What is no box of the path and stands on the parts that are down: logs, watching, alerts, jobs, procedures. */
export function dependantsOf(
  view: InfraView,
  { all }: Parts,
  { provider }: Broken,
  down: ReadonlySet<string>,
): Dependants {
  const isDown = (id: string | undefined) => id !== undefined && down.has(itemPath('addons', id));
  const titleOf = (id: string) => all.get(itemPath('addons', id))?.title ?? id;
  const { logs, monitors, alerts, channels } = view.document.observability ?? {};
  const degrades: Affected[] = [];
  const stops: Affected[] = [];

  for (const log of activeItems(logs)) {
    const lost = (log.to ?? []).filter(isDown);
    if (lost.length === 0) continue;
    const kept = (log.to ?? []).filter(id => !isDown(id));
    degrades.push({
      path: itemPath('observability.logs', log.id),
      title: `Logs: ${itemTitle(log)}`,
      because: `nothing reaches ${inWords(lost.map(titleOf))}; ${kept.length > 0 ? `${inWords(kept.map(titleOf))} still gets them` : 'no other place is stated'}`,
    });
  }
  const blind = new Set<string>();
  for (const monitor of activeItems(monitors)) {
    if (!isDown(monitor.addon)) continue;
    blind.add(monitor.id);
    degrades.push({
      path: itemPath('observability.monitors', monitor.id),
      title: `Monitor: ${itemTitle(monitor)}`,
      because: `${titleOf(monitor.addon ?? '')} runs it: nothing is watched while it is away`,
    });
  }
  const silent = new Set<string>();
  const away = new Set(
    activeItems(channels)
      .filter(
        channel =>
          provider !== undefined && channel.provider?.toLocaleLowerCase('en-US') === provider,
      )
      .flatMap(({ id, provider: name }) => [id, name]),
  );
  for (const alert of activeItems(alerts)) {
    const watched = alert.monitors ?? [];
    const deaf = isDown(alert.source) || (watched.length > 0 && watched.every(id => blind.has(id)));
    const targets = Array.isArray(alert.targets) ? alert.targets : [];
    const mute =
      targets.length > 0 && targets.every(({ name }) => name !== undefined && away.has(name));
    if (!deaf && !mute) continue;
    silent.add(alert.id);
    degrades.push({
      path: itemPath('observability.alerts', alert.id),
      title: `Alert: ${itemTitle(alert)}`,
      because: deaf
        ? 'what sets it off is down: nobody is told'
        : 'it reaches people by nothing else',
    });
  }
  for (const job of activeItems(view.document.jobs)) {
    const runner = job.runner;
    const isOff =
      isDown(runner) ||
      (runner !== undefined && down.has(itemPath(processesOf(view.environment), runner)));
    if (isOff)
      stops.push({
        path: itemPath('jobs', job.id),
        title: `Job: ${itemTitle(job)}`,
        because: `${runner} runs it`,
      });
  }
  degrades.push(...procedures(view, all, down));
  return { stops, degrades, silent };
}

function procedures(
  view: InfraView,
  all: ReadonlyMap<string, Part>,
  down: ReadonlySet<string>,
): readonly Affected[] {
  const addons = [...all.values()].filter(({ key, addon }) => addon !== undefined && down.has(key));
  return activeItems(view.document.procedures).flatMap(procedure => {
    const runner = addons.find(
      ({ addon }) =>
        procedure.automation !== undefined &&
        [addon?.id, addon?.product].includes(procedure.automation),
    );
    if (runner === undefined) return [];
    return [
      {
        path: itemPath('procedures', procedure.id),
        title: `Procedure: ${itemTitle(procedure)}`,
        because: `${runner.title} runs its steps`,
      },
    ];
  });
}
