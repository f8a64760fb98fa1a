import type { WindowKind } from 'backstage-plugin-deploy-windows-common';

export interface Impact {
  readonly kind: WindowKind;
  /** Announced or permitted starts that it would hold. */
  readonly planned: number;
  /** How many entities those are of. */
  readonly services: number;
  readonly running: number;
  readonly targets: number;
}

/** What a window does to what is under way, in one or two sentences. */
export function describeImpact({ kind, planned, services, running, targets }: Impact): string {
  if (targets === 0) return 'Nothing is governed by it: no target matches.';
  if (kind !== 'freeze') return `It concerns ${count(targets, 'target')}.`;
  const blocked =
    planned === 0
      ? `This freeze blocks no planned deployment; it will hold ${count(targets, 'target')}.`
      : `This freeze will block ${count(planned, 'planned deployment')} of ${count(services, 'service')}.`;
  if (running === 0) return blocked;
  return `${blocked} ${count(running, 'deployment')} ${running === 1 ? 'runs' : 'run'} already and will not be stopped.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
