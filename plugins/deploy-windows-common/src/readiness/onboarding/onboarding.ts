import { counted } from 'backstage-plugin-infra-overview-common';
import type { OnboardingAnswer } from '../wire';
import { plain, type Entry } from './lines';
import type { OnboardingInput } from './onboardingInput';
import { accessYouNeed, logsAndData, risksAndPeople, whatWakesPeople } from './peopleSections';
import { howAChangeGetsOut, whatItIs, whereItRuns } from './placeSections';
import { ROLES, SHORT, type OnboardingSection } from './roles';

const TITLES: Readonly<Record<OnboardingSection, string>> = {
  what: 'What it is, and the words used here',
  where: 'Where it runs, and who may see it',
  change: 'How a change gets out, when, and who may',
  access: 'Access you need, where it is kept, who gives it',
  alerts: 'What wakes people up, and what to do first',
  recovery: 'Where the logs are; how to get data back',
  outlook: 'Known risks, planned work, and whom to ask',
};

/** The getting-started page of an entity, made from the same facts as its checks: what is missing here is open there. */
export function onboarding(input: OnboardingInput): OnboardingAnswer {
  const { entityRef, title, role, owner } = input;
  const { whole, short } = ROLES[role];
  const entries = new Map([...whole, ...short].map(id => [id, entriesOf(id, input)] as const));
  const sections = [...entries].map(([id, all]) => ({
    id,
    title: TITLES[id],
    lines: (whole.includes(id) ? all : shortened(all)).map(({ line }) => ({ ...line })),
  }));
  const gaps = [...entries.values()].flat().filter(({ state }) => state === 'gap').length;
  return { entityRef, title, role, ...(owner !== undefined && { owner }), sections, gaps };
}

function entriesOf(id: OnboardingSection, input: OnboardingInput): readonly Entry[] {
  switch (id) {
    case 'what':
      return whatItIs(input);
    case 'where':
      return whereItRuns(input);
    case 'change':
      return howAChangeGetsOut(input);
    case 'access':
      return accessYouNeed(input);
    case 'alerts':
      return whatWakesPeople(input);
    case 'recovery':
      return logsAndData(input);
    case 'outlook':
      return risksAndPeople(input);
    default:
      throw new Error(id satisfies never);
  }
}

function shortened(entries: readonly Entry[]): readonly Entry[] {
  const said = entries.filter(({ state }) => state === 'said');
  if (said.length <= SHORT + 1) return entries;
  const shown = new Set(said.slice(0, SHORT));
  const kept = entries.filter(entry => entry.state === 'gap' || shown.has(entry));
  const more = said.length - SHORT;
  return [
    ...kept,
    plain({ text: `${counted(more, 'more line')} on the page of its infrastructure` }),
  ];
}
