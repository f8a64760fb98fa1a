import type { Instant } from '../../time';
import type { Requirement } from '../pack/pack';
import type { LevelNow } from './effective';

/** A requirement whose day lies ahead counts as what it was before, and says what it becomes. */
export function levelAt({ steps }: Requirement, now: Instant): LevelNow {
  const [first, ...later] = steps;
  let value = first.level;
  for (const step of later) {
    if (step.from > now) {
      // A step that changes nothing is not news, and may have one behind it that does.
      if (step.level === value) continue;
      return { value, next: { value: step.level, from: step.from } };
    }
    value = step.level;
  }
  return { value };
}
