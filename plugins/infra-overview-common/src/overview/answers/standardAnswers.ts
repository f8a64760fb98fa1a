import { itemsOf, type Platform } from '../../document';
import type { EffectiveInfra } from '../../effective';
import type { AnswerLine, StandardAnswer } from './answer';
import { alertsOf, describeTarget, targetsOf } from '../alertRoutes';
import { activeItems, standingOf, statedBlock } from '../facts';
import { itemTitle } from '../itemTitle';
import type { Tone } from '../tone';
import { describeAlertCondition } from '../words/describeAlertCondition';
import { describeParty } from '../words/describeParty';
import { NOT_STATED, toneOfState } from '../words/emptiness';
import { productName } from '../words/productName';
import { capitalised, counted, inWords, present } from '../words/sentence';

/** The first screen of a Domain: what it asks of projects and what it gives them. Names only; what they are for is in the sections. */
export function standardAnswers(effective: EffectiveInfra): readonly StandardAnswer[] {
  return [
    { id: 'platforms', title: 'Where projects may run', lines: platformLines(effective) },
    { id: 'included', title: 'What every project gets', lines: includedLines(effective) },
    { id: 'rules', title: 'Rules', lines: ruleLines(effective) },
    { id: 'contact', title: 'Who to ask', lines: contactLines(effective) },
  ];
}

const STANDINGS: readonly { status: Platform['status']; words: string; tone: Tone }[] = [
  { status: 'preferred', words: 'preferred', tone: 'good' },
  { status: 'allowed', words: 'allowed', tone: 'neutral' },
  { status: 'legacy', words: 'legacy', tone: 'warning' },
  { status: 'prohibited', words: 'prohibited', tone: 'bad' },
  { status: undefined, words: 'standing not stated', tone: 'unknown' },
];

function platformLines({ document }: EffectiveInfra): AnswerLine[] {
  const platforms = activeItems(document.platforms);
  if (platforms.length === 0) return [emptyLine(document.platforms, 'platforms')];
  return STANDINGS.flatMap(({ status, words, tone }) => {
    const names = platforms.filter(platform => platform.status === status).map(platformName);
    return names.length === 0
      ? []
      : [{ text: `${capitalised(inWords(names))}: ${words}`, tone, path: 'platforms' }];
  });
}

function platformName({ id, title }: Platform): string {
  return id === '*' ? 'every other platform' : (title ?? productName(id));
}

function includedLines({ document, offers }: EffectiveInfra): AnswerLine[] {
  const always = activeItems(document.addons).filter(addon => addon.selection === 'always');
  const offered = [
    ...activeItems(document.addons).filter(addon => addon.selection !== 'always'),
    ...offers,
  ];
  const alerts = alertsOf(document).map(alert => {
    const told = inWords(targetsOf(alert).map(describeTarget)) || `who is told: ${NOT_STATED}`;
    return {
      text: `alert, ${describeAlertCondition(alert.condition)}: ${told}`,
      tone: 'neutral',
      path: `observability.alerts[${alert.id}]`,
    } as const;
  });
  const lines: AnswerLine[] = [];
  if (always.length > 0)
    lines.push({
      text: capitalised(fewOf(always.map(item => itemTitle(item)))),
      tone: 'good',
      path: 'addons[selection=always]',
    });
  lines.push(...alerts);
  if (offered.length > 0)
    lines.push({
      text: `on offer: ${fewOf(offered.map(item => itemTitle(item)))}`,
      tone: 'neutral',
      path: 'addons',
    });
  const filled = Object.values(document.defaults ?? {}).reduce(
    (total, entries) => total + (Array.isArray(entries) ? entries.length : 0),
    0,
  );
  if (filled > 0)
    lines.push({
      text: `${counted(filled, 'default')} for what a project leaves out`,
      tone: 'neutral',
      path: 'defaults',
    });
  return lines.length > 0 ? lines : [emptyLine(document.addons, 'addons')];
}

/** 'A, B and C', 'A, B and 9 more'. */
function fewOf(words: readonly string[]): string {
  const names = present(words);
  return names.length > 3
    ? inWords([...names.slice(0, 2), `${names.length - 2} more`])
    : inWords(names);
}

function ruleLines({ document }: EffectiveInfra): AnswerLine[] {
  const policies = activeItems(document.policies);
  const checklists = activeItems(document.checklists);
  if (policies.length + checklists.length === 0) return [emptyLine(document.policies, 'policies')];
  const binding = policies.filter(({ level }) => level === 'must' || level === 'must-not').length;
  const items = checklists.flatMap(({ items: own = [] }) => own).length;
  const packs = present(checklists.map(({ pack }) => pack));
  const lines: AnswerLine[] = [];
  if (policies.length > 0) {
    lines.push({
      text: `${counted(policies.length, 'rule')}, ${binding === 0 ? 'none' : binding} binding`,
      tone: 'neutral',
      path: 'policies',
    });
  }
  if (checklists.length > 0) {
    const words = present([
      counted(checklists.length, 'checklist'),
      items > 0 && counted(items, 'own item'),
      packs.length > 0 && inWords(packs),
    ]);
    lines.push({ text: words.join(', '), tone: 'neutral', path: 'checklists' });
  }
  return lines;
}

function contactLines({ document }: EffectiveInfra): AnswerLine[] {
  const support = statedBlock(document.support);
  const people = (support?.contacts ?? []).map(({ id, who, ...contact }) => ({
    name: capitalised(describeParty(who)),
    for: contact.for,
    path: `support.contacts[${id}]`,
  }));
  const channels = (support?.channels ?? []).map(({ id, name, ...channel }) => ({
    name,
    for: channel.for,
    path: `support.channels[${id}]`,
  }));
  const platforms = itemsOf(document.platforms).flatMap(({ id, contact }) =>
    contact === undefined
      ? []
      : [{ name: describeParty(contact), for: productName(id), path: `platforms[${id}].contact` }],
  );
  const asked = [...people, ...channels, ...platforms];
  if (asked.length === 0) return [emptyLine(document.support, 'support')];
  const lines = asked.map(
    ({ name, path, ...one }) =>
      ({ text: present([name, one.for]).join(': '), tone: 'neutral', path }) as const,
  );
  // Whom first, for what below it.
  const headline = {
    text: fewOf(asked.map(({ name }) => name)),
    tone: 'neutral',
    path: 'support',
  } as const;
  return lines.length === 1 ? lines : [headline, ...lines];
}

function emptyLine(value: Parameters<typeof standingOf>[0], path: string): AnswerLine {
  const { state, text } = standingOf(value);
  return state === 'stated'
    ? { text: NOT_STATED, tone: 'unknown', path }
    : { text, tone: toneOfState(state), path };
}
