import type { Exposure, ExposureLevel } from 'backstage-plugin-infra-overview-common';
import type { Fact } from './fact';
import type { Said } from './said';
import type { Surroundings } from './surroundings';
import { otherFact, valueFact } from './values';

const NARROW_TO_WIDE: readonly ExposureLevel[] = [
  'private',
  'team',
  'organisation',
  'authenticated',
  'public',
];

/** Who can reach it, and whether that is how it should be. */
export function exposureFacts({ environment }: Surroundings) {
  const exposure = environment.at('exposure');
  return {
    'exposure.level': valueFact(exposure.at('level')),
    'exposure.expected': valueFact(exposure.at('expected')),
    'exposure.enforcedBy': valueFact(exposure.at('enforcedBy')),
    'exposure.cohorts': valueFact(exposure.at('cohorts')),
    'exposure.indexing': valueFact(exposure.at('indexing')),
    'exposure.withinExpected': withinExpected(exposure),
  };
}

/** Known only when both ends are. */
function withinExpected(exposure: Said<Exposure>): Fact {
  const level = exposure.at('level');
  const expected = exposure.at('expected');
  if (level.value === undefined) return otherFact(level);
  if (expected.value === undefined) return otherFact(expected);
  const value = NARROW_TO_WIDE.indexOf(level.value) <= NARROW_TO_WIDE.indexOf(expected.value);
  return { state: 'stated', value, origin: level.origin };
}
