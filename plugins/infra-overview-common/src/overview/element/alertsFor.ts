import type { Alert, Monitor } from '../../document';
import type { InfraView } from '../../effective';
import { alertsOf, describeTarget, targetsOf } from '../alertRoutes';
import { activeItems } from '../facts';
import { itemTitle } from '../itemTitle';
import { describeAlertCondition } from '../words/describeAlertCondition';
import { NOT_STATED } from '../words/emptiness';
import { inWords } from '../words/sentence';
import type { Mention } from './elementDetail';

/** Alerts that speak of an element: it is watched, it finds them, or they hold in the whole environment. */
export function alertsFor(view: InfraView, paths: readonly string[]): readonly Mention[] {
  const monitors = activeItems(view.document.observability?.monitors);
  return alertsOf(view.document)
    .filter(alert => paths.some(path => speaksOf(view, alert, monitors, path)))
    .map(alert => ({
      path: `observability.alerts[${alert.id}]`,
      title: itemTitle(alert),
      text: describeAlert(alert),
    }));
}

/** 'search in the logs: …; told: Slack (chat room) and noipm mailbox (e-mail)'. */
export function describeAlert(alert: Alert): string {
  const told = inWords(targetsOf(alert).map(describeTarget));
  return `${describeAlertCondition(alert.condition)}; told: ${told === '' ? NOT_STATED : told}`;
}

function speaksOf(
  view: InfraView,
  alert: Alert,
  monitors: readonly Monitor[],
  path: string,
): boolean {
  if (path === `environments[${view.environment}]`) return true;
  const watching = monitors.filter(({ id }) => alert.monitors?.includes(id));
  if (watching.some(({ id }) => path === `observability.monitors[${id}]`)) return true;
  const name = lastName(path);
  if (path.startsWith('addons[')) {
    return (
      alert.source === name ||
      watching.some(({ addon, target }) => addon === name || target === name)
    );
  }
  if (/\.processes\[/.test(path))
    return watching.some(({ target }) => target === name) || namesProcess(alert, name);
  const host = activeItems(view.document.domains).find(({ id }) => path === `domains[${id}]`)?.host;
  return host !== undefined && watching.some(({ target }) => target?.includes(host) === true);
}

// A log search often names the process it looks at: `app/web-1 error`.
function namesProcess(alert: Alert, name: string): boolean {
  const words = alert.condition?.expression?.split(/[^a-z0-9_]+/i) ?? [];
  return words.includes(name);
}

function lastName(path: string): string {
  return /\[([^[\]]*)\]$/.exec(path)?.[1] ?? path;
}
