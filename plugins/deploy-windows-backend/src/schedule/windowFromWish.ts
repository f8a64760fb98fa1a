import type { WindowWish } from 'backstage-plugin-deploy-windows-common';
import type { DeployWindow } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { KnownLevel } from './Levels';

export interface WindowFrame {
  readonly id: string;
  readonly version: number;
  readonly level: KnownLevel;
  /** Where the wish names none: whoever asks. */
  readonly owner: string;
  /** Key of the audience that the wish names. */
  readonly audience?: string;
}

/** A wish as a window. What is not stated stays so; nothing is guessed. */
export function windowFromWish(
  wish: WindowWish,
  { id, version, level, owner, audience }: WindowFrame,
): DeployWindow & { readonly version: number } {
  const {
    kind,
    title,
    reason,
    environments,
    stages,
    scope,
    changeTypes,
    schedule,
    timeZone,
    holidays,
    hard,
    overridableBy,
    expiresAt,
    reviewAt,
  } = wish;
  return {
    key: `db:${id}`,
    kind,
    title,
    level: level.key,
    origin: 'database',
    version,
    owner: wish.owner?.trim().toLowerCase() ?? owner,
    schedule,
    ...(reason !== undefined && { reason }),
    ...(environments !== undefined && { environments }),
    ...(stages !== undefined && { stages }),
    ...(scope !== undefined && { scope }),
    ...(changeTypes !== undefined && { changeTypes }),
    ...(timeZone !== undefined && { timeZone }),
    ...(holidays !== undefined && { holidays }),
    ...(kind === 'freeze' && hard === true && { hard }),
    ...(kind === 'freeze' &&
      overridableBy !== undefined && {
        overridableBy: overridableBy.map(name => name.toLowerCase()),
      }),
    ...(audience !== undefined && { audience }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(reviewAt !== undefined && { reviewAt }),
  };
}
