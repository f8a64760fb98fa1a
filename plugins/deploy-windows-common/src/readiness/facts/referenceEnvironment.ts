import {
  environmentNames,
  itemsOf,
  stageOf,
  type EffectiveInfra,
  type Environment,
} from 'backstage-plugin-infra-overview-common';

/** The environment that stands for the service: one of stage production, the first by its name, else the only one there is. */
export function referenceEnvironment(
  effective: Pick<EffectiveInfra, 'document'>,
): string | undefined {
  const names = environmentNames(effective);
  const isProduction = ({ name, stage }: Environment) =>
    names.includes(name) && stageOf({ name, stage }).stage === 'production';
  const production = itemsOf(effective.document.environments)
    .filter(isProduction)
    .map(({ name }) => name)
    .sort();
  return production[0] ?? (names.length === 1 ? names[0] : undefined);
}
