import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';

/** A declared duration; undefined where there is none. */
export function milliseconds(duration: string | undefined): number | undefined {
  return duration === undefined ? undefined : durationMilliseconds(duration);
}
