import {
  activeItems,
  counted,
  describeDeploy,
  describeHosting,
  describeParties,
  environmentNames,
  itemTitle,
  statedBlock,
  viewOf,
  wordLabel,
} from 'backstage-plugin-infra-overview-common';
import { gap, linesOf, plain, stated, type Entry } from './lines';
import type { OnboardingInput } from './onboardingInput';

/** What it is, and the words used here. */
export function whatItIs(input: OnboardingInput): readonly Entry[] {
  const { description, view } = input;
  const glossary = view.document.glossary ?? [];
  const links = (view.document.links ?? []).filter(({ url }) => url !== undefined);
  return [
    description === undefined
      ? gap(input, 'metadata.description', 'What it is for')
      : plain({ text: description }),
    ...linesOf(
      input,
      {
        path: 'glossary',
        about: 'The words used here',
        value: glossary.length > 0 ? glossary : undefined,
      },
      () =>
        glossary.map(({ id, term, meaning, url }) =>
          stated(input, `glossary[${id}]`, { text: term, detail: meaning, href: url }),
        ),
    ),
    ...links.map(link => plain({ text: link.title, href: link.url })),
  ];
}

/** Where it runs, and who may see it. */
export function whereItRuns(input: OnboardingInput): readonly Entry[] {
  const { effective, view } = input;
  const { environments, domains } = effective.document;
  return [
    ...linesOf(input, { path: 'environments', about: 'Where it runs', value: environments }, () =>
      environmentNames(effective).map(name => environmentLine(input, name)),
    ),
    ...exposure(input),
    ...linesOf(input, { path: 'domains', about: 'Its addresses', value: domains }, () =>
      activeItems(view.document.domains).map(domain =>
        stated(input, `domains[${domain.id}]`, {
          text: domain.host ?? domain.id,
          detail: domain.public === true ? 'anybody can look it up' : undefined,
        }),
      ),
    ),
  ];
}

function environmentLine(input: OnboardingInput, name: string): Entry {
  const view = viewOf(input.effective, name);
  const environment = activeItems(view.document.environments)[0];
  const runsOn = describeHosting(environment?.hosting ?? {});
  return stated({ ...input, view }, `environments[${name}]`, {
    text: runsOn === '' ? name : `${name}: ${runsOn}`,
    detail:
      environment?.stage === undefined || environment.stage === name
        ? undefined
        : wordLabel(environment.stage),
    href: environment?.url,
  });
}

function exposure(input: OnboardingInput): readonly Entry[] {
  const { environment, document } = input.view;
  const block = activeItems(document.environments)[0]?.exposure;
  const path = `environments[${environment}].exposure`;
  const about = `Who can reach ${environment}`;
  return linesOf(input, { path, about, value: block }, () => {
    const { level, how } = statedBlock(block) ?? {};
    return level === undefined
      ? []
      : [stated(input, path, { text: `${about}: ${wordLabel(level)}`, detail: how })];
  });
}

/** How a change gets out, when, and who may. */
export function howAChangeGetsOut(input: OnboardingInput): readonly Entry[] {
  return [
    ...deploy(input),
    ...windows(input),
    ...procedures(input, 'deploy', 'How a deploy is done'),
  ];
}

function deploy(input: OnboardingInput): readonly Entry[] {
  const { environment, document } = input.view;
  const block = activeItems(document.environments)[0]?.deploy;
  const path = `environments[${environment}].deploy`;
  return linesOf(input, { path, about: 'How a change gets out', value: block }, () => {
    const said = statedBlock(block) ?? {};
    const how =
      said.trigger === undefined && said.branch === undefined
        ? []
        : [
            stated(input, path, {
              text: `To ${environment}: ${describeDeploy(said)}`,
              detail: said.command,
              href: said.pipeline,
            }),
          ];
    const who =
      said.by === undefined || said.by.length === 0
        ? gap(input, `${path}.by`, 'Who may deploy')
        : stated(input, `${path}.by`, { text: `May deploy: ${describeParties(said.by)}` });
    return [...how, who];
  });
}

function windows({ windows: words }: OnboardingInput): readonly Entry[] {
  return (words ?? []).map(text => plain({ text }));
}

/** Of one kind, by name, with the number of steps. */
export function procedures(
  input: OnboardingInput,
  kind: 'deploy' | 'restore',
  about: string,
): readonly Entry[] {
  const all = input.view.document.procedures;
  const own = activeItems(all).filter(procedure => procedure.kind === kind);
  if (own.length === 0) {
    const nothing = Array.isArray(all) && all.length > 0 ? undefined : all;
    return linesOf(input, { path: 'procedures', about, value: nothing }, () => []);
  }
  return own.map(procedure =>
    stated(input, `procedures[${procedure.id}]`, {
      text: `${about}: ${itemTitle(procedure)}`,
      detail: procedure.steps === undefined ? undefined : counted(procedure.steps.length, 'step'),
      href: procedure.automation,
    }),
  );
}
