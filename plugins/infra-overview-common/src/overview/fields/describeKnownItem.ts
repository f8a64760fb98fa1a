import type { JsonObject } from '@backstage/types';
import { describeTarget } from '../alertRoutes';
import { textOf } from '../words/jsonValue';
import { describeParty } from '../words/describeParty';
import { capitalised, present } from '../words/sentence';
import { wordLabel } from '../words/wordLabels';

/** Items without much to them read better as one line each: steps, targets, rules, tags. Undefined for all others. */
export function describeKnownItem(owner: string, item: JsonObject): string | undefined {
  const [text, statement, key, value] = [
    textOf(item.text),
    textOf(item.statement),
    textOf(item.key),
    textOf(item.value),
  ];
  if (owner === 'target' && typeof item.channel === 'string')
    return describeAnyTarget(item.channel, item);
  if (owner === 'step' && text !== undefined) {
    const by = textOf(item.by);
    const condition = textOf(item.condition);
    const more = present([condition, by !== undefined && `by ${describeParty(by)}`]).join('; ');
    return more === '' ? text : `${text} (${more})`;
  }
  if ((owner === 'rule' || owner === 'dataRule') && statement !== undefined) {
    const level = textOf(item.level);
    return level === undefined ? statement : `${capitalised(wordLabel(level))}: ${statement}`;
  }
  if ((owner === 'tag' || owner === 'annotation') && key !== undefined && value !== undefined)
    return `${key}: ${value}`;
  return undefined;
}

function describeAnyTarget(channel: string, item: JsonObject): string {
  // The reader keeps known channels only; another one would still read as its own word.
  type Channel = Parameters<typeof describeTarget>[0]['channel'];
  return describeTarget({
    channel: channel as Channel,
    to: textOf(item.to),
    name: textOf(item.name),
    after: textOf(item.after),
  });
}
