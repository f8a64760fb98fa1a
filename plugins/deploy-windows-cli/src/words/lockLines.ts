import type { LockAnswer } from 'backstage-plugin-deploy-windows-common';

export function lockLine({ key, kind, holder, since, reason, expiresAt, id }: LockAnswer): string {
  const end = expiresAt === undefined ? '' : `, until ${expiresAt}`;
  return `${kind === 'hold' ? 'Hold' : 'Lock'} ${id} on ${key}: ${holder} since ${since}${end} (${reason}).`;
}
