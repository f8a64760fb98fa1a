import type { FleetDrift } from 'backstage-plugin-infra-overview-common';

/** "2 differ, 1 not found, 3 not declared". */
export function driftWords({ different, onlyDeclared, onlyObserved }: FleetDrift): string {
  const parts = [
    different > 0 && `${different} ${different === 1 ? 'differs' : 'differ'}`,
    onlyDeclared > 0 && `${onlyDeclared} not found`,
    onlyObserved > 0 && `${onlyObserved} not declared`,
  ].filter(part => part !== false);
  return parts.length === 0 ? 'as declared' : parts.join(', ');
}
