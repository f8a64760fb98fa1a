import type { InfraDocument } from '../document';
import { isNotNeeded, itemsOf } from '../list';
import type { DeclaredWindow } from '../sections';
import type { List } from '../fields';

type Windows = List<DeclaredWindow> | undefined;

/**
 * Where the zone of the policy could not be read, windows that rely on it cannot be read either.
 * Without the mark they would take the zone of a standard further up.
 */
export function markZoneless(document: InfraDocument): InfraDocument {
  const policy = document.deployPolicy;
  const unreadable = policy?.unreadable ?? [];
  if (!policy || !unreadable.some(path => path === 'timeZone' || path === 'deployPolicy'))
    return document;
  const environments = itemsOf(document.environments).map(environment => {
    const { deploy } = environment;
    if (typeof deploy !== 'object' || isNotNeeded(deploy)) return environment;
    return {
      ...environment,
      deploy: { ...deploy, ...marked(deploy, ['windows', 'freezes', 'busyHours']) },
    };
  });
  return {
    ...document,
    ...(Array.isArray(document.environments) ? { environments } : {}),
    deployPolicy: { ...policy, ...marked(policy, ['windows', 'freezes']) },
  };
}

function marked<Name extends string>(
  holder: { readonly [Key in Name]?: Windows },
  fields: readonly Name[],
) {
  const result: { [Key in Name]?: Windows } = {};
  for (const field of fields) {
    const windows = holder[field];
    if (Array.isArray(windows)) result[field] = windows.map(mark);
  }
  return result;
}

function mark(window: DeclaredWindow): DeclaredWindow {
  if (
    window.timeZone !== undefined ||
    window.unreadable !== undefined ||
    window.notNeeded !== undefined
  )
    return window;
  return { ...window, unreadable: 'the time zone of deployPolicy could not be read' };
}
