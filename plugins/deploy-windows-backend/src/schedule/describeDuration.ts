import { DAY, HOUR, MINUTE } from 'backstage-plugin-deploy-windows-common/evaluator';

/** `4 hours`, `1 day`, `90 minutes`: in the largest unit that leaves nothing over. */
export function describeDuration(milliseconds: number): string {
  const units = [
    [DAY, 'day'],
    [HOUR, 'hour'],
    [MINUTE, 'minute'],
  ] as const;
  for (const [length, noun] of units) {
    if (milliseconds < length || milliseconds % length !== 0) continue;
    const count = milliseconds / length;
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
  }
  return `${Math.round(milliseconds / 1000)} seconds`;
}
