import { STATUSES, VERDICTS, type Status, type VerdictWord } from './effective/status';
import { groupsAbove } from './people/membersOf';
import type { OrgGraph } from './people/org';
import { UNDECLARED, type SubjectKey } from './subject';
import type { RollupAnswer } from './wire';
import type { Titles } from './words/valueWords';

/** A subject as it is counted: one, by its verdict, whatever the number of its checks. */
export interface RollupSubject {
  readonly key: SubjectKey;
  readonly stage: string;
  readonly ownerRef?: string;
  readonly systemRef?: string;
  readonly domainRef?: string;
  readonly verdict: VerdictWord;
  readonly openMust: number;
}

/** What one check is worth for one subject. */
export interface RollupCheck {
  readonly subject: SubjectKey;
  readonly id: string;
  readonly title: string;
  readonly pack: string;
  readonly group: string;
  readonly level: 'must' | 'recommended' | 'off';
  readonly status: Status;
}

export interface RollupWish {
  readonly by: 'owner' | 'system' | 'domain';
  /** Only this one, and what is below it. */
  readonly ref?: string;
  readonly stage?: string;
  readonly org: OrgGraph;
  readonly titles?: Titles;
}

const NOBODYS = {
  owner: 'No owner',
  system: 'In no system',
  domain: 'In no domain',
} as const satisfies Readonly<Record<RollupWish['by'], string>>;

/** Number of subjects by verdict, worst first; never an average. What is nobody's is there, as that. */
export function rollup(
  subjects: readonly RollupSubject[],
  checks: readonly RollupCheck[],
  wish: RollupWish,
): RollupAnswer {
  const places = placesOf(subjects, wish);
  const counted = new Set<SubjectKey>();
  const groups: Group[] = [];
  for (const place of places.values()) {
    if (!isBelow(place.ref, wish)) continue;
    for (const { key } of place.all.values()) counted.add(key);
    groups.push(groupOf(place, wish));
  }
  return {
    groups: groups.sort(worstFirst),
    checks: byCheck(checks.filter(({ subject }) => counted.has(subject))),
  };
}

type Group = RollupAnswer['groups'][number];

interface Place {
  readonly ref: string;
  readonly own: Map<SubjectKey, RollupSubject>;
  /** Its own, and those of everything below; each once. */
  readonly all: Map<SubjectKey, RollupSubject>;
}

function placesOf(
  subjects: readonly RollupSubject[],
  wish: RollupWish,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const at = (ref: string): Place => {
    const known = places.get(ref) ?? { ref, own: new Map(), all: new Map() };
    places.set(ref, known);
    return known;
  };
  for (const subject of subjects) {
    if (wish.stage !== undefined && subject.stage !== wish.stage) continue;
    const ref = refOf(subject, wish);
    const isOwn = wish.by !== 'domain' || subject.systemRef === undefined;
    if (isOwn) at(ref).own.set(subject.key, subject);
    for (const place of [ref, ...above(ref, wish)]) at(place).all.set(subject.key, subject);
  }
  return places;
}

function refOf(subject: RollupSubject, { by }: RollupWish): string {
  switch (by) {
    case 'owner':
      return subject.ownerRef ?? UNDECLARED;
    case 'system':
      return subject.systemRef ?? UNDECLARED;
    case 'domain':
      return subject.domainRef ?? UNDECLARED;
    default:
      throw new Error(by satisfies never);
  }
}

// A user is in several groups, and none of those owns what the user owns alone.
function above(ref: string, { by, org }: RollupWish): readonly string[] {
  return by === 'owner' && Object.hasOwn(org.groups, ref) ? groupsAbove(org, ref) : [];
}

function isBelow(ref: string, wish: RollupWish): boolean {
  return wish.ref === undefined || ref === wish.ref || above(ref, wish).includes(wish.ref);
}

function groupOf({ ref, own, all }: Place, wish: RollupWish): Group {
  const { org, titles = {} } = wish;
  const subjects = [...all.values()];
  const group = wish.by === 'owner' && Object.hasOwn(org.groups, ref) ? org.groups[ref] : undefined;
  return {
    ref,
    title: titles[ref] ?? group?.title ?? (ref === UNDECLARED ? NOBODYS[wish.by] : ref),
    direct: countVerdicts([...own.values()]),
    transitive: countVerdicts(subjects),
    worst: worstVerdict(subjects.map(({ verdict }) => verdict)),
    openMust: subjects.reduce((sum, { openMust }) => sum + openMust, 0),
    ...(group?.parent !== undefined && { parent: group.parent }),
  };
}

export function countVerdicts(
  subjects: readonly Pick<RollupSubject, 'verdict'>[],
): Record<VerdictWord, number> {
  const counts = { 'not-ready': 0, 'not-assessed': 0, 'ready-with-waivers': 0, ready: 0 };
  for (const { verdict } of subjects) counts[verdict] += 1;
  return counts;
}

/** Of a System its own together with those of its Components; of nothing: not assessed. */
export function worstVerdict(verdicts: readonly VerdictWord[]): VerdictWord {
  return VERDICTS.find(word => verdicts.includes(word)) ?? 'not-assessed';
}

const isOpen = (status: Status) =>
  status !== 'pass' && status !== 'waived' && status !== 'not-applicable';

function byCheck(checks: readonly RollupCheck[]): RollupAnswer['checks'] {
  const found = new Map<string, RollupAnswer['checks'][number]>();
  for (const { id, title, pack, group, level, status } of checks) {
    const row = found.get(id) ?? { id, title, pack, group, byStatus: noStatuses(), openMust: 0 };
    row.byStatus[status] += 1;
    if (level === 'must' && isOpen(status)) row.openMust += 1;
    found.set(id, row);
  }
  return [...found.values()].sort((a, b) => b.openMust - a.openMust || (a.id < b.id ? -1 : 1));
}

function noStatuses(): Record<Status, number> {
  return Object.fromEntries(STATUSES.map(status => [status, 0])) as Record<Status, number>;
}

function worstFirst(a: Group, b: Group): number {
  return (
    VERDICTS.indexOf(a.worst) - VERDICTS.indexOf(b.worst) ||
    b.openMust - a.openMust ||
    (a.title < b.title ? -1 : 1)
  );
}
