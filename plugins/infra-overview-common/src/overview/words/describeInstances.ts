export interface InstanceRange {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly words?: string | undefined;
}

/** 1 → '1', { min: 2, max: 8 } → '2 to 8', { words: 'many' } → 'many'. */
export function describeInstances(instances: number | InstanceRange): string {
  if (typeof instances === 'number') return String(instances);
  const { min, max, words } = instances;
  const range = describeRange(min, max);
  if (range === undefined) return words ?? 'not stated';
  return words === undefined ? range : `${range} (${words})`;
}

function describeRange(min: number | undefined, max: number | undefined): string | undefined {
  if (min !== undefined && max !== undefined) return min === max ? String(min) : `${min} to ${max}`;
  if (min !== undefined) return `at least ${min}`;
  return max === undefined ? undefined : `at most ${max}`;
}

/** One instance for certain: when it stops there is no other. */
export function isSingle(instances: number | InstanceRange | undefined): boolean {
  if (instances === undefined) return false;
  return typeof instances === 'number' ? instances === 1 : instances.max === 1;
}
