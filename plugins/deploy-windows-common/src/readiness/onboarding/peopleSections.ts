import {
  activeItems,
  addonName,
  alertsOf,
  describeAlert,
  describeBackup,
  describeDuration,
  describeLocation,
  describeParties,
  describeParty,
  itemTitle,
  safeHref,
  statedBlock,
} from 'backstage-plugin-infra-overview-common';
import { peopleWords } from '../words/valueWords';
import { linesOf, plain, stated, type Entry } from './lines';
import type { OnboardingInput } from './onboardingInput';
import { procedures } from './placeSections';

/** Access you need, where it is kept, who gives it. The document has no room for a value. */
export function accessYouNeed(input: OnboardingInput): readonly Entry[] {
  const { accounts, credentialLocations } = input.view.document;
  return [
    ...activeItems(accounts).map(account =>
      stated(input, `accounts[${account.id}]`, {
        text: `Account: ${itemTitle(account)}`,
        detail: account.access && `who is in: ${describeParties(account.access)}`,
        href: account.request ?? account.signIn,
      }),
    ),
    ...linesOf(
      input,
      { path: 'credentialLocations', about: 'Where logins are kept', value: credentialLocations },
      () =>
        activeItems(credentialLocations).map(location =>
          stated(input, `credentialLocations[${location.id}]`, {
            text: location.what ?? location.id,
            detail: describeLocation(location),
          }),
        ),
    ),
  ];
}

/** What wakes people up, and what to do first. */
export function whatWakesPeople(input: OnboardingInput): readonly Entry[] {
  const { document } = input.view;
  const alerts = document.observability?.alerts;
  const { alertPeople, titles } = input;
  return [
    ...linesOf(
      input,
      { path: 'observability.alerts', about: 'Who is alerted', value: alerts },
      () =>
        alertsOf(document).map(alert =>
          stated(input, `observability.alerts[${alert.id}]`, {
            text: itemTitle(alert),
            detail: [describeAlert(alert), firstThing(input, alert.runbook)].join('; '),
            href: alert.runbook,
          }),
        ),
    ),
    ...(alertPeople === undefined || alertPeople.length === 0
      ? []
      : [plain({ text: `Behind the alerts: ${peopleWords(alertPeople, titles)}` })]),
  ];
}

function firstThing({ view }: OnboardingInput, runbook: string | undefined): string {
  if (runbook === undefined) return 'what to do first: not written down yet';
  if (safeHref(runbook) !== undefined) return 'what to do first: see the page';
  const procedure = activeItems(view.document.procedures).find(({ id }) => id === runbook);
  return `what to do first: ${procedure === undefined ? runbook : itemTitle(procedure)}`;
}

/** Where the logs are, how far back; how to get data back. */
export function logsAndData(input: OnboardingInput): readonly Entry[] {
  const { document } = input.view;
  const { addons, backups, observability } = document;
  const sinks = activeItems(addons).filter(({ sink }) => sink !== undefined);
  return [
    ...(sinks.length > 0
      ? sinks.map(addon =>
          stated(input, `addons[${addon.id}].sink`, {
            text: `Logs: ${itemTitle(addon)}`,
            detail: [
              kept(addon.sink?.searchWindow, 'searchable for'),
              kept(addon.sink?.retention, 'kept for'),
            ]
              .filter(text => text !== '')
              .join(', '),
          }),
        )
      : linesOf(
          input,
          { path: 'observability.logs', about: 'Where the logs are', value: observability?.logs },
          () =>
            activeItems(observability?.logs).map(stream =>
              stated(input, `observability.logs[${stream.id}]`, {
                text: `Logs: ${itemTitle(stream)}`,
                detail: stream.to?.map(id => addonName(document, id)).join(', '),
              }),
            ),
        )),
    ...linesOf(input, { path: 'backups', about: 'Copies of the data', value: backups }, () =>
      activeItems(backups).map(backup =>
        stated(input, `backups[${backup.id}]`, {
          text: backup.of === undefined ? backup.id : `Copies of ${addonName(document, backup.of)}`,
          detail: describeBackup(backup),
        }),
      ),
    ),
    ...procedures(input, 'restore', 'How data is put back'),
  ];
}

function kept(duration: string | undefined, words: string): string {
  return duration === undefined ? '' : `${words} ${describeDuration(duration)}`;
}

/** Known risks, open questions, planned work; whom to ask. */
export function risksAndPeople(input: OnboardingInput): readonly Entry[] {
  const { owner, titles, view } = input;
  const { risks, questions, improvements } = view.document;
  return [
    plain({
      text:
        owner === undefined
          ? 'Nobody owns it.'
          : `Owner: ${titles[owner.toLowerCase()] ?? describeParty(owner)}`,
    }),
    ...support(input),
    ...linesOf(input, { path: 'risks', about: 'Known risks', value: risks }, () =>
      activeItems(risks).map(risk =>
        stated(input, `risks[${risk.id}]`, {
          text: `Risk: ${itemTitle(risk)}`,
          detail: risk.accepted && `accepted by ${describeParty(risk.accepted.by)}`,
        }),
      ),
    ),
    ...activeItems(questions)
      .filter(({ status }) => status !== 'answered')
      .map(question =>
        stated(input, `questions[${question.id}]`, {
          text: `Open question: ${itemTitle(question)}`,
        }),
      ),
    ...activeItems(improvements)
      .filter(({ status }) => status === 'planned' || status === 'in-progress')
      .map(improvement =>
        stated(input, `improvements[${improvement.id}]`, {
          text: `Planned: ${itemTitle(improvement)}`,
          href: improvement.issue,
        }),
      ),
  ];
}

function support(input: OnboardingInput): readonly Entry[] {
  const block = input.view.document.support;
  return linesOf(input, { path: 'support', about: 'Where to ask', value: block }, () => {
    const { entryPoint, hours, contacts = [], channels = [] } = statedBlock(block) ?? {};
    const entry =
      entryPoint === undefined
        ? []
        : [
            stated(input, 'support.entryPoint', {
              text: `Where complaints go: ${entryPoint}`,
              detail: hours,
              href: entryPoint,
            }),
          ];
    return [
      ...entry,
      ...contacts.map(contact =>
        stated(input, `support.contacts[${contact.id}]`, {
          text: `Ask ${describeParty(contact.who)}`,
          detail: contact.for,
        }),
      ),
      ...channels.map(channel =>
        stated(input, `support.channels[${channel.id}]`, {
          text: `Ask in ${channel.name}`,
          detail: channel.for,
          href: channel.url,
        }),
      ),
    ];
  });
}
