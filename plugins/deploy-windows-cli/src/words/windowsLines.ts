import { describeDuration, describeLead } from 'backstage-plugin-infra-overview-common';
import type { WindowAnswer, WindowsAnswer } from 'backstage-plugin-deploy-windows-common';

const KINDS = { allow: 'Open', freeze: 'Freeze', notice: 'Agreed time' } as const;
const WHY_NOT = {
  environment: 'other environments',
  stage: 'other stages',
  scope: 'other entities',
  'change-type': 'other changes',
} as const;

/** The windows of a target, outermost level first, and what its policy says besides. */
export function windowsLines({ target, windows, policy, lint }: WindowsAnswer): readonly string[] {
  const { openByDefault, mustFit, levels, problems } = policy;
  const closing = levels.filter(({ constrains }) => constrains).map(({ key }) => key);
  return [
    windows.length === 0 ? `No windows are declared for ${target}.` : `Windows of ${target}:`,
    ...windows.map(windowLine),
    closing.length > 0
      ? `Closed outside the windows of ${closing.join(' and ')}.`
      : `Otherwise ${openByDefault.open ? 'open' : 'closed'}, as ${openByDefault.level} says.`,
    ...(policy.expectedDuration === undefined
      ? []
      : [
          `A deploy takes ${describeDuration(policy.expectedDuration)}; must fit into an opening: ${mustFit}.`,
        ]),
    ...policy.audiences.map(
      ({ title, lead, contacts }) =>
        `${title} must be told ${describeLead(lead)}, by ${contacts.join(', ') || 'nobody named'}.`,
    ),
    ...problems.map(
      ({ level, field, message }) => `Cannot be read: ${field} of ${level}: ${message}.`,
    ),
    ...lint.map(({ text }) => `Look at this: ${text}.`),
  ];
}

function windowLine(window: WindowAnswer): string {
  const { kind, title, sentence, level, origin, active, next, problem, whyNot } = window;
  const [first] = next;
  const when = first === undefined ? '' : ` Next: ${first.text}.`;
  return [
    `${KINDS[kind]} "${title}": ${sentence}, from ${level}${origin === 'database' ? ' (ad hoc)' : ''}.`,
    ...(whyNot === undefined ? [] : [` Concerns ${WHY_NOT[whyNot]}.`]),
    ...(active ? [' Active now.'] : []),
    when,
    ...(window.derived ? [' Assumed: its source does not say this in so many words.'] : []),
    ...(problem === undefined ? [] : [` Cannot be read: ${problem.message}.`]),
  ].join('');
}
