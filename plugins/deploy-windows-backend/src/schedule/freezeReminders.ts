import { describeSchedule } from 'backstage-plugin-deploy-windows-common';
import {
  DAY,
  nextOccurrences,
  rangeAfter,
  sourcesOf,
  type DeployWindow,
  type Instant,
  type Tables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { insertMessages } from '../outbox/insertMessages';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { RoomDeps, Task } from '../room';
import type { Current } from '../runtime/Runtime';
import { governedTargets, ownersOf } from './governedTargets';
import type { Levels } from './Levels';
import { windowTables } from './windowTables';

export type FreezeRemindersDeps = Pick<RoomDeps, 'knex' | 'config' | 'runtime'> & {
  readonly levels: Levels;
  readonly store: Current<DeployWindow>;
};

const AHEAD = DAY;
// What was over for longer is no news any more.
const BEHIND = DAY;

/** Says once for each version that an added freeze starts within a day, and once that it is over for good. */
export function freezeReminders({
  knex,
  config,
  runtime,
  levels,
  store,
}: FreezeRemindersDeps): Task {
  return {
    id: 'remind-freezes',
    every: { minutes: 5 },
    timeout: { minutes: 2 },
    run: async (now, signal) => {
      // Those that ended meanwhile as well.
      const windows = await store.current(now - BEHIND);
      const tablesOf = await runtime.runtime(now);
      for (const window of windows) {
        if (signal.aborted) return;
        if (window.kind !== 'freeze') continue;
        const turn = turnOf(
          window,
          windowTables(window.timeZone, tablesOf, now, config.horizon),
          now,
        );
        if (turn === undefined) continue;
        const level = await levels.find(window.level).catch(() => undefined);
        const recipients = level ? ownersOf(governedTargets(window, level)) : [];
        await knex.transaction(trx => insertMessages(trx, [messageOf(window, turn, recipients)]));
      }
    },
  };
}

interface Turn {
  readonly turn: 'starts' | 'lifted';
  readonly at: Instant;
}

function turnOf(window: DeployWindow, tables: Tables, now: Instant): Turn | undefined {
  const [next] = nextOccurrences(window, tables, now, 1);
  if (next !== undefined)
    return next.start > now && next.start <= now + AHEAD
      ? { turn: 'starts', at: next.start }
      : undefined;
  const sources = sourcesOf(window, tables);
  const ranges = sources.ok
    ? sources.value.flatMap(source => rangeAfter(source, now - BEHIND) ?? [])
    : [];
  const ends = ranges.map(({ end }) => end).filter(end => end <= now);
  return ends.length === 0 ? undefined : { turn: 'lifted', at: Math.max(...ends) };
}

function messageOf(
  window: DeployWindow,
  { turn, at }: Turn,
  recipients: readonly string[],
): OutboxMessage {
  return {
    dedupeKey: `freeze-${turn}:${window.key}:${window.version ?? 1}`,
    topic: 'deploy-windows.freeze-changed',
    payload: { step: turn, window: window.key, level: window.level, title: window.title, at },
    ...(recipients.length > 0 && {
      notify: {
        recipients,
        title:
          turn === 'starts'
            ? `Freeze within a day: ${window.title}`
            : `Freeze is over: ${window.title}`,
        description: describeSchedule(window),
        link: '/deploy-windows',
        severity: 'normal' as const,
        scope: `deploy-windows:freeze:${window.key.slice('db:'.length)}`,
      },
    }),
  };
}
