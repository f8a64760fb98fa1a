import type { Deploy, DeployPolicy } from 'backstage-plugin-infra-overview-common';
import type { LevelKey } from './level';

/** What one level says about gates. Outermost first in a list. */
export interface Statement {
  readonly level: LevelKey;
  readonly says: Deploy | DeployPolicy;
}

/** What describes: the nearest level that says something. */
export function nearest<T>(
  statements: readonly Statement[],
  read: (says: Deploy | DeployPolicy) => T | undefined,
): T | undefined {
  for (const { says } of [...statements].reverse()) {
    const value = read(says);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What protects: the level that says the most, and which one it is. */
export function strictest<T>(
  statements: readonly Statement[],
  read: (says: Deploy | DeployPolicy) => T | undefined,
  strictness: (value: T) => number,
): { readonly value: T; readonly level: LevelKey } | undefined {
  let found: { readonly value: T; readonly level: LevelKey } | undefined;
  for (const { level, says } of statements) {
    const value = read(says);
    if (value === undefined) continue;
    if (found === undefined || strictness(value) > strictness(found.value))
      found = { value, level };
  }
  return found;
}

/** Whether a field, or what is inside it, could not be read. */
export function isLost({ unreadable }: Deploy | DeployPolicy, field: string): boolean {
  return (unreadable ?? []).some(
    path => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`),
  );
}

/** Whether the whole block could not be read, under whatever name it had. */
export function isWholeLost({ unreadable }: Deploy | DeployPolicy): boolean {
  return (unreadable ?? []).some(path => path === 'deployPolicy' || path === 'deploy');
}
