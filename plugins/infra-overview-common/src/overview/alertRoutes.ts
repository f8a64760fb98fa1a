import { itemsOf, type Alert, type AlertTarget, type InfraDocument } from '../document';
import { activeItems } from './facts';
import { describeParty } from './words/describeParty';
import { describeDuration } from './words/describeDuration';
import { wordLabel } from './words/wordLabels';

/** Channels that ring at a person and not in a room. */
const PERSONAL = new Set(['page', 'sms', 'phone', 'push']);

/** 'Slack (chat room)', 'the maintainer by text message', 'page to the person on call after 15 minutes'. */
export function describeTarget({ channel, to, name, after }: AlertTarget): string {
  const later = after === undefined ? '' : ` after ${describeDuration(after)}`;
  const way = wordLabel(channel);
  if (to !== undefined)
    return `${describeParty(to)} by ${way}${name === undefined ? '' : ` (${name})`}${later}`;
  return name === undefined ? `${way}${later}` : `${name} (${way})${later}`;
}

export function targetsOf(alert: Alert): readonly AlertTarget[] {
  return itemsOf(alert.targets);
}

export function alertsOf(document: InfraDocument): readonly Alert[] {
  return activeItems(document.observability?.alerts);
}

/** True when somebody in particular hears of it: a person, a group or a role is named, or the channel rings at one. */
export function reachesPerson(document: InfraDocument, target: AlertTarget): boolean {
  if (PERSONAL.has(target.channel)) return true;
  if (target.to !== undefined && /^(user|group|role):/i.test(target.to)) return true;
  return activeItems(document.observability?.channels).some(
    channel =>
      channel.reachesPerson === true &&
      channel.kind === target.channel &&
      (channel.id === target.name || channel.provider === target.name),
  );
}
