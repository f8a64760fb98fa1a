import { itemPath, itemsOf } from '../../document';
import type { InfraView } from '../../effective';
import { alertsFor } from '../element/alertsFor';
import { credentialsFor, describeLocation } from '../element/credentialsFor';
import { activeItems, statedBlock } from '../facts';
import { describeDuration } from '../words/describeDuration';
import { describeParties, describeParty } from '../words/describeParty';
import { present } from '../words/sentence';
import type { RecoveryStep } from './failure';
import type { Part } from './parts';

interface Said {
  readonly steps: readonly RecoveryStep[];
  readonly unknown: readonly { readonly path: string; readonly question: string }[];
}

/** Where the credentials for the repair lie. Names and places, never values. */
export function credentialSteps(
  view: InfraView,
  parts: readonly Part[],
  paths: readonly string[],
): Said {
  const lost = activeItems(view.document.credentialLocations).filter(({ id }) =>
    parts.some(({ key }) => key === itemPath('credentialLocations', id)),
  );
  const steps =
    lost.length > 0
      ? lost.map(location => ({
          path: itemPath('credentialLocations', location.id),
          title: location.what ?? location.id,
          text: describeLocation(location),
        }))
      : credentialsFor(view, paths);
  if (steps.length > 0) return { steps, unknown: [] };
  const question = 'Which credential does the repair need, where does it lie, who can read it?';
  return { steps, unknown: [{ path: 'credentialLocations', question }] };
}

/** Who hears of it by themselves, who is asked next, whose agreed times are hit. */
export function tellSteps(
  view: InfraView,
  paths: readonly string[],
  options: { readonly silent: ReadonlySet<string>; readonly owner?: string | undefined },
): Said {
  const { support: block, deployPolicy } = view.document;
  const support = statedBlock(block);
  const steps: RecoveryStep[] = alertsFor(view, paths).filter(
    ({ path }) => ![...options.silent].some(id => path === itemPath('observability.alerts', id)),
  );
  const unknown: { path: string; question: string }[] = [];
  if (steps.length === 0)
    unknown.push({ path: 'observability.alerts', question: 'Who is alerted?' });

  if (options.owner !== undefined)
    steps.push({ title: 'Owner', text: describeParty(options.owner) });
  const first = statedBlock(support?.firstLine);
  if (first !== undefined)
    steps.push({ title: 'First line', text: describeParty(first.who), path: 'support' });
  const escalation = itemsOf(support?.escalation);
  for (const { id, for: about, to, after } of escalation)
    steps.push({
      title: `Escalation: ${about}`,
      text: `${describeParty(to)}${after === undefined ? '' : ` after ${describeDuration(after)}`}`,
      path: itemPath('support.escalation', id),
    });
  if (escalation.length === 0)
    unknown.push({ path: 'support.escalation', question: 'Who is asked when nobody helps?' });
  for (const { id, who, for: about } of support?.contacts ?? [])
    steps.push({
      title: `Contact${about === undefined ? '' : `: ${about}`}`,
      text: describeParty(who),
      path: itemPath('support.contacts', id),
    });
  for (const { id, title, contacts = [], reason } of deployPolicy?.audiences ?? [])
    steps.push({
      title: title ?? id,
      text: present([
        contacts.length > 0 ? describeParties(contacts) : 'contacts not stated',
        reason,
      ]).join('; '),
      path: itemPath('deployPolicy.audiences', id),
    });
  const emergency = deployPolicy?.emergency;
  if (emergency?.by !== undefined && emergency.by.length > 0)
    steps.push({
      title: 'May act in an emergency',
      text: present([
        describeParties(emergency.by),
        emergency.noticeWithin !== undefined &&
          `the audience is told within ${describeDuration(emergency.noticeWithin)}`,
      ]).join('; '),
      path: 'deployPolicy',
    });
  const page = statedBlock(support?.statusPage);
  if (page !== undefined) steps.push({ title: 'Status page', text: page.url, path: 'support' });
  for (const { id, contacts } of activeAddonPeople(view, paths))
    steps.push({ title: 'May configure it', text: describeParties(contacts), path: id });
  return { steps, unknown };
}

function activeAddonPeople(view: InfraView, paths: readonly string[]) {
  return activeItems(view.document.addons).flatMap(({ id, operators = [] }) => {
    const path = itemPath('addons', id);
    return operators.length > 0 && paths.includes(path) ? [{ id: path, contacts: operators }] : [];
  });
}
