import {
  dateEnd,
  itemsOf,
  type DeclaredWindow,
  type DeployPolicy,
} from 'backstage-plugin-infra-overview-common';
import type { AudienceKey } from './audience';
import type { Level } from './level';
import { problem, type WindowProblem } from './problem';
import type { DeployWindow, WindowKind } from './window';

type Holder = Pick<DeployPolicy, 'windows' | 'freezes'>;

/** What a window of one document takes from the documents around it. */
export interface Surroundings {
  readonly timeZone: string | undefined;
  /** The zone was written and could not be read; another one must not take its place. */
  readonly isZoneLost: boolean;
  readonly audienceOf: (id: string) => AudienceKey | undefined;
}

/** The windows a level declares. A refusal of an inherited item declares none, and takes none away. */
export function declaredWindows(
  level: Level,
  holder: Holder,
  around: Surroundings,
): readonly DeployWindow[] {
  const used = new Set<string>();
  const read = (list: Holder['windows'], fallback: WindowKind | undefined) =>
    itemsOf(list)
      .filter(({ notNeeded }) => notNeeded === undefined)
      .map(declared => readWindow(level, declared, fallback, around, used));
  return [...read(holder.windows, undefined), ...read(holder.freezes, 'freeze')];
}

function readWindow(
  level: Level,
  declared: DeclaredWindow,
  fallback: WindowKind | undefined,
  around: Surroundings,
  used: Set<string>,
): DeployWindow {
  const kind = declared.kind ?? fallback;
  const timeZone = declared.timeZone ?? around.timeZone;
  const audience = declared.audience ?? declared.id;
  const unreadable = whyUnreadable(declared, kind, timeZone, around);
  const reviewAt = reviewOf(declared);
  return {
    key: keyOf(level, declared.id, used),
    // Without a kind it holds: nobody knows what it would have let through.
    kind: kind ?? 'freeze',
    title: declared.title ?? declared.id,
    level: level.key,
    origin: 'catalog',
    ...copied(declared),
    ...(timeZone !== undefined && { timeZone }),
    ...(kind === 'notice' && {
      audience: around.audienceOf(audience) ?? `${level.entityRef}/${audience}`,
    }),
    ...(unreadable !== undefined && { unreadable }),
    ...(reviewAt !== undefined && { reviewAt }),
  };
}

function whyUnreadable(
  declared: DeclaredWindow,
  kind: WindowKind | undefined,
  timeZone: string | undefined,
  around: Surroundings,
): WindowProblem | undefined {
  if (declared.unreadable !== undefined) return problem('UNREADABLE', declared.unreadable);
  if (kind === undefined) return problem('UNREADABLE', 'no kind; nothing is assumed');
  if (kind === 'notice') {
    if (declared.audience === undefined) {
      return problem('AUDIENCE_MISSING', 'no audience; nobody knows who must be told');
    }
    if (around.audienceOf(declared.audience) === undefined) {
      return problem('AUDIENCE_MISSING', `no audience has id ${declared.audience}`);
    }
  }
  if (timeZone === undefined && around.isZoneLost) {
    return problem('UNREADABLE', 'the time zone of deployPolicy could not be read');
  }
  return undefined;
}

/** The fields that mean the same on both sides. */
function copied(declared: DeclaredWindow): Partial<DeployWindow> {
  const names = [
    'reason',
    'owner',
    'environments',
    'stages',
    'scope',
    'changeTypes',
    'schedule',
    'holidays',
    'hard',
    'overridableBy',
    'derived',
  ] as const;
  return Object.fromEntries(
    names.filter(name => declared[name] !== undefined).map(name => [name, declared[name]]),
  );
}

function reviewOf({ reviewAt }: DeclaredWindow) {
  return reviewAt === undefined ? undefined : dateEnd(reviewAt);
}

/** A window and a freeze of one level may share an id; a key names one rule only. */
function keyOf(level: Level, id: string, used: Set<string>): string {
  let key = `${level.key}/${id}`;
  while (used.has(key)) key += '~';
  used.add(key);
  return key;
}
