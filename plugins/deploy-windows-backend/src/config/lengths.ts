import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

export function milliseconds(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): number {
  return durationToMilliseconds(
    config?.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  );
}

export function within(
  value: number,
  key: string,
  least: HumanDuration,
  most: HumanDuration,
): number {
  if (value >= durationToMilliseconds(least) && value <= durationToMilliseconds(most)) return value;
  throw new InputError(
    `deployWindows.${key} must be from ${JSON.stringify(least)} to ${JSON.stringify(most)}`,
  );
}
