import {
  DAY,
  gatesChangeType,
  rangeAfter,
  sourcesOf,
  type DeployWindow,
  type Instant,
  type Notice,
  type Tables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { PlannedDeployment } from './PlannedDeployments';

/** A start that was announced or permitted and would be held, or a deployment that a freeze finds running. */
export interface Affected {
  readonly target: string;
  readonly what: 'notice' | 'permit' | 'running';
  readonly id: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly by?: string;
}

const STANDING: readonly Notice['state'][] = [
  'queued',
  'sending',
  'sent',
  'recorded',
  'unconfirmed',
];

/** Of these notices, permits and running deployments, those that a freeze meets. Targets are those it governs. */
export function affectedBy(
  freeze: DeployWindow,
  tables: Tables,
  now: Instant,
  {
    targets,
    notices,
    planned,
  }: {
    readonly targets: ReadonlySet<string>;
    readonly notices: readonly Notice[];
    readonly planned: readonly PlannedDeployment[];
  },
): readonly Affected[] {
  if (freeze.kind !== 'freeze') return [];
  const holds = holdsBetween(freeze, tables);
  const announced = notices
    .filter(({ target, state, to }) => targets.has(target) && STANDING.includes(state) && to > now)
    // A notice is about a deploy.
    .filter(() => gatesChangeType(freeze, 'deploy'))
    .map(({ id, target, from, to }): Affected => ({
      what: 'notice',
      id,
      target,
      start: Math.max(from, now),
      end: to,
    }));
  const underWay = planned
    .filter(({ target, changeType }) => targets.has(target) && gatesChangeType(freeze, changeType))
    .map(({ what, id, target, to, by }): Affected => {
      // Nobody knows how long an unpermitted one runs; a day is longer than most.
      const end = to !== undefined && to > now ? to : now + DAY;
      return { what, id, target, start: now, end, ...(by !== undefined && { by }) };
    });
  return [...announced, ...underWay].filter(({ start, end }) => holds(start, end));
}

/** A freeze that cannot be worked out holds always. */
function holdsBetween(
  freeze: DeployWindow,
  tables: Tables,
): (start: Instant, end: Instant) => boolean {
  const sources = sourcesOf(freeze, tables);
  if (!sources.ok) return () => true;
  return (start, end) =>
    sources.value.some(source => (rangeAfter(source, start)?.start ?? Infinity) < end);
}

export function affectedText(
  { what, start, end, by }: Affected,
  range: (start: Instant, end: Instant) => string,
): string {
  switch (what) {
    case 'notice':
      return `announced for ${range(start, end)}`;
    case 'permit':
      return `${by ?? 'somebody'} may start until ${range(end, end)}`;
    case 'running':
      return `runs now${by === undefined ? '' : `, by ${by}`}`;
    default:
      throw new Error(what satisfies never);
  }
}
