import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import type { JsonObject } from '@backstage/types';
import { dateStart } from 'backstage-plugin-infra-overview-common';
import type { Instant } from '../../time';
import type { SubjectView } from '../subject';
import type {
  CheckDefinition,
  LevelRow,
  MatrixRow,
  Pack,
  Requirement,
  RequirementLevel,
} from './pack';
import { packId } from './pack';

type Steps = Requirement['steps'];

const RANK: readonly RequirementLevel[] = ['off', 'recommended', 'must'];

/** What the pack itself wants of a subject: its changes, then the check's own rows, then the matrix; the first that fits. */
export function packRequirement(
  pack: Pick<Pack, 'name' | 'version' | 'matrix'>,
  definition: CheckDefinition,
  view: SubjectView,
): Requirement {
  const { set, level, basis, everyStage, id } = definition;
  if (set !== undefined && fits(set.when, view)) {
    return { steps: rowSteps(set), because: `changes of ${packId(pack)}` };
  }
  const own = level.find(({ when }) => fits(when, view));
  if (own !== undefined) return { steps: rowSteps(own), because: `level of ${id}` };
  const row = pack.matrix.find(
    (each: MatrixRow) => (each.everyStage !== true || everyStage) && fits(each.when, view),
  );
  return { steps: [{ level: row?.levels[basis] ?? 'off' }], because: `matrix of ${packId(pack)}` };
}

/** Before its day a must-have is recommended. */
export function rowSteps({ level, enforceFrom }: Pick<LevelRow, 'level' | 'enforceFrom'>): Steps {
  const from = enforceFrom === undefined ? undefined : dateStart(enforceFrom);
  if (level !== 'must' || from === undefined) return [{ level }];
  return [{ level: 'recommended' }, { level, from }];
}

/** At each time the stricter of the two, whichever is written first. */
export function stricter(a: Requirement, b: Requirement): Requirement {
  const steps = highest(a.steps, b.steps);
  const text = JSON.stringify(steps);
  const same = [a, b]
    .filter(each => JSON.stringify(each.steps) === text)
    .map(({ because }) => because);
  const words = same.length > 0 ? same : [a.because, b.because];
  return { steps, because: [...new Set(words)].sort()[0] ?? a.because };
}

export function fits(when: LevelRow['when'], view: SubjectView): boolean {
  return when === undefined || evaluateFilterPredicate(when, view as unknown as JsonObject);
}

function highest(a: Steps, b: Steps): Steps {
  const instants = new Set<Instant>();
  for (const { from } of [...a, ...b]) if (from !== undefined) instants.add(from);
  const at = (instant: Instant) => max(levelIn(a, instant), levelIn(b, instant));
  let last = at(-Infinity);
  const later: { level: RequirementLevel; from: Instant }[] = [];
  for (const from of [...instants].sort((left, right) => left - right)) {
    const level = at(from);
    if (level === last) continue;
    later.push({ level, from });
    last = level;
  }
  return [{ level: at(-Infinity) }, ...later];
}

function levelIn([first, ...later]: Steps, instant: Instant): RequirementLevel {
  let { level } = first;
  for (const step of later) if (step.from <= instant) level = step.level;
  return level;
}

function max(a: RequirementLevel, b: RequirementLevel): RequirementLevel {
  return RANK.indexOf(a) >= RANK.indexOf(b) ? a : b;
}
