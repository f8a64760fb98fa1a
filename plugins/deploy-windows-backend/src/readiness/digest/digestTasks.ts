import { DAY, MINUTE } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Instant, SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import type { DeployWindowsConfig } from '../../config';
import type { Displays } from '../../display/Displays';
import { insertMessages } from '../../outbox/insertMessages';
import type { OutboxMessage } from '../../outbox/OutboxMessage';
import type { TargetDirectory } from '../../policy/TargetDirectory';
import type { Task } from '../../room';
import type { RecordStore } from '../answers/RecordStore';
import type { Assessments, StoredVerdict, SubjectOutline } from '../assessment/Assessments';
import { isGroup } from '../fleet/outlineOf';
import type { CheckBook } from '../fleet/CheckBook';
import type { DigestReader } from './DigestReader';
import { brokenPackMessages } from './brokenPackMessages';
import { digestMessage } from './digestMessages';
import { endingMessages, endingOf } from './endingMessages';
import { fallenMessages } from './fallenMessages';
import { localDay } from './localDay';

export interface DigestDeps {
  readonly knex: Knex;
  readonly assessments: Pick<Assessments, 'outlines' | 'verdicts' | 'packs'>;
  readonly records: Pick<RecordStore, 'ending' | 'attestations' | 'waivers'>;
  readonly reader: DigestReader;
  readonly checks: CheckBook;
  readonly directory: Pick<TargetDirectory, 'all'>;
  readonly displays: Displays;
  readonly config: Pick<DeployWindowsConfig, 'notifications'>;
}

const WEEK = 7 * DAY;
/** Local time of the group. */
const FROM_HOUR = 8;
/** A backend that was away on Monday sends on Tuesday. */
const DAYS = ['Mon', 'Tue'];
const STABLE = 15 * MINUTE;

/** What is told without being asked. Each message has a key of its own, so that a second run tells nothing twice. */
export function digestTasks(deps: DigestDeps): readonly Task[] {
  const tell = (messages: readonly OutboxMessage[]) =>
    messages.length === 0
      ? Promise.resolve()
      : deps.knex.transaction(trx => insertMessages(trx, messages));
  return [
    {
      id: 'readiness-digest',
      every: { hours: 1 },
      timeout: { minutes: 10 },
      run: async now => tell(await weekly(deps, now)),
    },
    {
      id: 'readiness-ends',
      every: { hours: 1 },
      timeout: { minutes: 10 },
      run: async now => tell(await ends(deps, now)),
    },
    {
      id: 'readiness-fell',
      every: { minutes: 5 },
      timeout: { minutes: 5 },
      run: async now => tell(await fell(deps, now)),
    },
    {
      id: 'readiness-packs',
      every: { hours: 1 },
      timeout: { minutes: 5 },
      run: async now => tell(broken(deps, now)),
    },
  ];
}

async function weekly(deps: DigestDeps, now: Instant): Promise<readonly OutboxMessage[]> {
  const zoneOf = await zones(deps);
  const due = (owner: string) => {
    const { weekday, hour } = localDay(now, zoneOf(owner));
    return DAYS.includes(weekday) && (weekday !== DAYS[0] || hour >= FROM_HOUR);
  };
  const byOwner = new Map<string, StoredVerdict[]>();
  const owners = new Set((await deps.assessments.outlines()).flatMap(each => each.ownerRef ?? []));
  if (![...owners].some(due)) return [];
  for (const stored of await deps.assessments.verdicts()) {
    const { ownerRef } = stored.outline;
    if (ownerRef === undefined || !due(ownerRef)) continue;
    byOwner.set(ownerRef, [...(byOwner.get(ownerRef) ?? []), stored]);
  }
  const opened = await deps.reader.openedSince(now - WEEK);
  const ahead = [...byOwner.values()].flat().flatMap(({ verdict }) => verdict.ahead);
  const titleOf = await titles(
    deps,
    ahead.map(({ checkId }) => checkId),
  );
  return [...byOwner].flatMap(([owner, subjects]) => {
    const monday = mondayOf(now, zoneOf(owner));
    return digestMessage({ owner, monday, subjects, opened, titleOf }, now) ?? [];
  });
}

async function ends(deps: DigestDeps, now: Instant): Promise<readonly OutboxMessage[]> {
  // At its end it is over.
  const soon = await deps.records.ending(now + 1, now + WEEK + 1);
  const over = await deps.records.ending(now + 1 - DAY, now + 1);
  const both = [soon, over];
  const places = [
    ...new Set(
      both.flatMap(({ attestations, waivers }) =>
        [...attestations, ...waivers].map(({ subject }) => subject),
      ),
    ),
  ];
  if (places.length === 0) return [];
  const all = {
    attestations: await deps.records.attestations(places),
    waivers: await deps.records.waivers(places),
  };
  const endings = both.map(each => endingOf(each, all));
  const ids = endings.flat().map(({ checkId }) => checkId);
  const about = { placeOf: await placesOf(deps), titleOf: await titles(deps, ids) };
  return endings.flatMap((list, index) =>
    endingMessages(list, { ...about, state: index === 0 ? 'ends' : 'ended' }),
  );
}

function broken({ assessments, config }: DigestDeps, now: Instant): readonly OutboxMessage[] {
  const week = String(Math.floor(now / WEEK));
  const { platform } = config.notifications;
  return brokenPackMessages(assessments.packs(), { week, platform });
}

async function fell(deps: DigestDeps, now: Instant): Promise<readonly OutboxMessage[]> {
  const fallen = await deps.reader.fallen(now - DAY, now - STABLE);
  if (fallen.length === 0) return [];
  const ids = fallen.flatMap(({ checkIds }) => checkIds);
  return fallenMessages(fallen, {
    placeOf: await placesOf(deps),
    titleOf: await titles(deps, ids),
  });
}

/** Of the projects of a group; where they differ, of the first. */
async function zones({ directory, displays }: DigestDeps): Promise<(owner: string) => string> {
  const found = new Map<string, string>();
  for (const target of await directory.all()) {
    const { owner } = target.facts;
    if (owner !== undefined && !found.has(owner)) found.set(owner, displays.of({}, target).zone);
  }
  return owner => found.get(owner) ?? displays.of({}).zone;
}

function mondayOf(now: Instant, zone: string): string {
  const { weekday, date } = localDay(now, zone);
  return weekday === DAYS[0] ? date : localDay(now - DAY, zone).date;
}

async function titles(
  { checks }: DigestDeps,
  ids: readonly string[],
): Promise<(checkId: string) => string> {
  const known = await checks.of(ids);
  return id => known.get(id)?.title ?? id;
}

function groupOf(ref: SubjectKey): SubjectOutline {
  return { key: ref, entityRef: ref, stage: '', title: ref, ownerRef: ref };
}

async function placesOf({
  assessments,
}: DigestDeps): Promise<(place: SubjectKey) => SubjectOutline | undefined> {
  const byPlace = new Map<SubjectKey, SubjectOutline>();
  for (const outline of await assessments.outlines()) {
    byPlace.set(outline.key, outline);
    if (!byPlace.has(outline.entityRef)) byPlace.set(outline.entityRef, outline);
  }
  return place => byPlace.get(place) ?? (isGroup(place) ? groupOf(place) : undefined);
}
