import { describeInstances, type InstanceRange } from './describeInstances';

interface ProcessWords {
  readonly name: string;
  readonly instances?: number | InstanceRange | undefined;
  readonly size?: string | undefined;
}

/** '1 web', '2 to 8 web', 'many web', 'worker' where no number is stated. */
export function describeProcess({ name, instances, size }: ProcessWords): string {
  const amount = instances === undefined ? '' : `${describeInstances(instances)} `;
  return `${amount}${name}${size === undefined ? '' : ` (${size})`}`;
}

export function describeProcesses(processes: readonly ProcessWords[]): string {
  return processes.map(describeProcess).join(', ');
}
