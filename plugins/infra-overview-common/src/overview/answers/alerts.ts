import type { Alert, InfraDocument } from '../../document';
import type { InfraView } from '../../effective';
import { alertsOf, describeTarget, reachesPerson, targetsOf } from '../alertRoutes';
import type { Answer, AnswerLine } from './answer';
import { addonName } from '../databases';
import { activeItems, standingOf, statedBlock } from '../facts';
import { describeAlertCondition } from '../words/describeAlertCondition';
import { describeDate } from '../words/describeDate';
import { describeParty } from '../words/describeParty';
import { NOT_STATED, toneOfState } from '../words/emptiness';
import { capitalised, inWords, present } from '../words/sentence';

export function alerts(view: InfraView): Answer {
  return { id: 'alerts', title: 'Who is told when it breaks', lines: describe(view.document) };
}

function describe(document: InfraDocument): AnswerLine[] {
  const found = alertsOf(document);
  if (found.length === 0) return [noAlert(document), ...escalationLines(document)];
  const words = present(found.flatMap(alert => targetsOf(alert).map(describeTarget)));
  const path =
    found.length === 1 ? `observability.alerts[${found[0]?.id}]` : 'observability.alerts';
  return [
    words.length === 0
      ? noTarget(found, path)
      : { text: capitalised(inWords(words)), tone: 'neutral', path },
    ...personLines(document, found, path),
    ...found.map(alert => conditionLine(document, alert)),
    ...escalationLines(document),
  ];
}

function noAlert(document: InfraDocument): AnswerLine {
  const alertList = document.observability?.alerts;
  const standing = standingOf(alertList);
  const path = 'observability.alerts';
  if (standing.state === 'none') return { text: 'nobody is told', tone: 'bad', path };
  if (standing.state === 'stated')
    return { text: 'not stated for this environment', tone: 'unknown', path };
  return { text: standing.text, tone: toneOfState(standing.state), path };
}

function noTarget(found: readonly Alert[], path: string): AnswerLine {
  const none = found.every(({ targets }) => standingOf(targets).state === 'none');
  if (none) return { text: 'nobody is told', tone: 'bad', path };
  return { text: `who is told: ${NOT_STATED}`, tone: 'unknown', path };
}

function personLines(document: InfraDocument, found: readonly Alert[], path: string): AnswerLine[] {
  const targets = found.flatMap(targetsOf);
  if (targets.length === 0) return [];
  if (targets.some(target => reachesPerson(document, target)))
    return [{ text: 'reaches a person or a group', tone: 'good', path }];
  return [{ text: 'no person is named: rooms and mailboxes only', tone: 'warning', path }];
}

function conditionLine(document: InfraDocument, alert: Alert): AnswerLine {
  const source =
    alert.source === undefined ? undefined : `found by ${addonName(document, alert.source)}`;
  const tested =
    alert.lastTested === undefined ? undefined : `tested ${describeDate(alert.lastTested)}`;
  const condition = describeAlertCondition(alert.condition);
  const text = present([condition, source, tested]).join('; ');
  return {
    text,
    tone: condition.includes(NOT_STATED) ? 'unknown' : 'neutral',
    path: `observability.alerts[${alert.id}]`,
  };
}

function escalationLines(document: InfraDocument): AnswerLine[] {
  const steps = activeItems(statedBlock(document.support)?.escalation);
  if (steps.length === 0) return [];
  const words = steps.map(
    step => `${describeParty(step.to)} for ${step.for === 'other' ? 'other things' : step.for}`,
  );
  return [{ text: `then ${inWords(words)}`, tone: 'neutral', path: 'support.escalation' }];
}
