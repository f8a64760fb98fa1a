import type { Target } from './target';

/** An entity, or its environment, that declares windows: `system:default/noipm`, `system:default/noipm#production`. */
export type LevelKey = string;

export type LevelRank = 'domain' | 'system' | 'system-environment' | 'component-environment';

export interface Level {
  readonly key: LevelKey;
  readonly rank: LevelRank;
  readonly entityRef: string;
}

export function levelKey(entityRef: string, environment?: string): LevelKey {
  return environment === undefined ? entityRef : `${entityRef}#${environment}`;
}

interface Above {
  readonly entityRef: string;
  readonly level: 'domain' | 'system' | 'component';
}

/** The levels that may govern a target, outermost first. A parent component is none. */
export function levelsOf(
  target: Pick<Target, 'environment'>,
  chain: readonly Above[],
): readonly Level[] {
  return chain.flatMap(({ entityRef, level }): readonly Level[] => {
    const inEnvironment = levelKey(entityRef, target.environment);
    switch (level) {
      case 'domain':
        return [{ key: entityRef, rank: 'domain', entityRef }];
      case 'system':
        return [
          { key: entityRef, rank: 'system', entityRef },
          { key: inEnvironment, rank: 'system-environment', entityRef },
        ];
      case 'component':
        return [{ key: inEnvironment, rank: 'component-environment', entityRef }];
      default:
        throw new Error(level satisfies never);
    }
  });
}
