import { wordLabel, type Availability, type Tone } from 'backstage-plugin-infra-overview-common';

export interface AvailabilityLine {
  readonly text: string;
  readonly tone: Tone;
}

/** Copies, what takes over, and where. "None" is bad news and says so; what is not stated is left out. */
export function describeAvailability(availability: Availability): readonly AvailabilityLine[] {
  const { instances, replicas, redundancy, failover, zones } = availability;
  const lines: AvailabilityLine[] = [];
  if (instances !== undefined)
    lines.push(neutral(instances === 1 ? 'one instance' : `${instances} instances`));
  if (replicas !== undefined)
    lines.push(neutral(replicas === 1 ? 'one replica' : `${replicas} replicas`));
  if (redundancy === 'none') lines.push({ text: 'no copies', tone: 'bad' });
  else if (redundancy !== undefined) lines.push(neutral(`copies: ${wordLabel(redundancy)}`));
  if (failover === 'none') lines.push({ text: 'no failover', tone: 'bad' });
  else if (failover !== undefined) lines.push(neutral(`failover: ${wordLabel(failover)}`));
  if (zones !== undefined)
    lines.push(neutral(zones.length === 0 ? 'no zones' : `zones: ${zones.join(', ')}`));
  return lines;
}

function neutral(text: string): AvailabilityLine {
  return { text, tone: 'neutral' };
}
