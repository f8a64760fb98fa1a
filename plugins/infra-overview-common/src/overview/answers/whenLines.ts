import type { DeclaredWindow, Deploy, DeployPolicy, InfraDocument, List } from '../../document';
import { dateText, type Instant } from '../../time';
import { activeItems, standingOf } from '../facts';
import type { Tone } from '../tone';
import { describeLead } from '../words/describeDuration';
import { describeParties } from '../words/describeParty';
import type { ScheduleFields } from '../words/describeSchedule';
import { describeSchedule } from '../words/describeWindow';
import { NOT_STATED } from '../words/emptiness';
import { present } from '../words/sentence';
import type { AnswerLine } from './answer';

/** When deploys may start: windows and freezes of the environment and of the policies above it; what is over is left out. */
export function whenLines(
  document: InfraDocument,
  deploy: Deploy,
  path: string,
  now: Instant,
): AnswerLine[] {
  const { deployPolicy = {} } = document;
  const own = windowLines(coming(deploy.windows, now), `${path}.windows`, deployPolicy);
  const ownFreezes = windowLines(
    coming(deploy.freezes, now),
    `${path}.freezes`,
    deployPolicy,
    'freeze',
  );
  const shared = windowLines(
    coming(deployPolicy.windows, now),
    'deployPolicy.windows',
    deployPolicy,
  );
  const sharedFreezes = windowLines(
    coming(deployPolicy.freezes, now),
    'deployPolicy.freezes',
    deployPolicy,
    'freeze',
  );
  const lines = [...own, ...shared, ...ownFreezes, ...sharedFreezes];
  if (own.length + shared.length > 0) return lines;
  return [...lines, noWindowLine(deploy, deployPolicy, path)];
}

// The day after the last one counts as over everywhere, whatever the zone.
function coming(
  windows: List<DeclaredWindow> | undefined,
  now: Instant,
): readonly DeclaredWindow[] {
  const yesterday = dateText(now - 86_400_000);
  return activeItems(windows).filter(({ schedule }) => {
    const fields: ScheduleFields = schedule ?? {};
    const last = fields.end ?? fields.validUntil;
    return last === undefined || last.slice(0, 10) >= yesterday;
  });
}

function noWindowLine(deploy: Deploy, policy: DeployPolicy, path: string): AnswerLine {
  const { state, text } = standingOf(deploy.windows ?? policy.windows);
  const open =
    deploy.openByDefault === false || policy.openByDefault === false
      ? false
      : (deploy.openByDefault ?? policy.openByDefault);
  if (open === false)
    return { text: 'no window: deploys are held', tone: 'warning', path: `${path}.openByDefault` };
  if (state === 'none')
    return { text: 'no window: at any time', tone: 'neutral', path: `${path}.windows` };
  if (state === 'not-needed')
    return { text: `windows ${text}`, tone: 'neutral', path: `${path}.windows` };
  if (open === true) return { text: 'at any time', tone: 'neutral', path: `${path}.openByDefault` };
  return { text: `deploy windows ${NOT_STATED}`, tone: 'unknown', path: `${path}.windows` };
}

function windowLines(
  windows: readonly DeclaredWindow[],
  path: string,
  policy: DeployPolicy,
  defaultKind?: DeclaredWindow['kind'],
): AnswerLine[] {
  return windows.flatMap(window => {
    const kind = window.kind ?? defaultKind;
    const itemPath = `${path}[${window.id}]`;
    const when = describeSchedule(window, policy.timeZone);
    const text = present([
      `${when}${purpose(window, kind, policy)}`,
      rest(kind, window, policy),
    ]).join('; ');
    const lines: AnswerLine[] = [{ text, tone: toneOfWindow(kind, when), path: itemPath }];
    if (window.unreadable !== undefined)
      lines.push({ text: `cannot be read: ${window.unreadable}`, tone: 'bad', path: itemPath });
    if (window.derived === true) {
      lines.push({
        text: `read between the lines${window.note === undefined ? '' : `: ${window.note}`}`,
        tone: 'unknown',
        path: itemPath,
      });
    }
    return lines;
  });
}

function toneOfWindow(kind: DeclaredWindow['kind'], when: string): Tone {
  if (when.includes(NOT_STATED)) return 'unknown';
  return kind === 'freeze' ? 'warning' : 'neutral';
}

function purpose(
  window: DeclaredWindow,
  kind: DeclaredWindow['kind'],
  policy: DeployPolicy,
): string {
  if (window.title !== undefined) return `: ${window.title}`;
  if (kind === 'notice') return `: agreed with ${audienceName(window.audience, policy)}`;
  if (kind === 'freeze')
    return `: no deploys${window.reason === undefined ? '' : `, ${window.reason}`}`;
  return kind === undefined ? ': kind not stated' : ': deploys are open';
}

// What happens outside the window.
function rest(
  kind: DeclaredWindow['kind'],
  window: DeclaredWindow,
  policy: DeployPolicy,
): string | undefined {
  switch (kind) {
    case 'allow':
      return 'held at any other time';
    case 'notice': {
      const lead = findAudience(window.audience, policy)?.lead;
      return `any other time: tell ${audienceName(window.audience, policy)} first${lead === undefined ? '' : `, ${describeLead(lead)}`}`;
    }
    case 'freeze':
      return window.overridableBy === undefined
        ? undefined
        : `${describeParties(window.overridableBy)} may override it`;
    case undefined:
      return undefined;
    default:
      throw new Error(kind satisfies never);
  }
}

function findAudience(id: string | undefined, policy: DeployPolicy) {
  return (policy.audiences ?? []).find(audience => audience.id === id);
}

function audienceName(id: string | undefined, policy: DeployPolicy): string {
  const audience = findAudience(id, policy);
  return audience?.title ?? id ?? 'an audience that is not stated';
}
