import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';

type Read<T> = (value: unknown) => value is T;
export const isFlag: Read<boolean> = (value): value is boolean => typeof value === 'boolean';
export const oneOf =
  <T extends string>(...words: readonly T[]): Read<T> =>
  (value): value is T =>
    words.some(word => word === value);

/** One value for all stages, or an object with a value for some of them and `default` for the others. */
export function perStage<T>(
  config: Config | undefined,
  key: string,
  isOne: Read<T>,
): (stage: string) => T | undefined {
  const stated = config?.getOptional<JsonValue>(key);
  if (stated === undefined) return () => undefined;
  const values =
    typeof stated === 'object' && stated !== null && !Array.isArray(stated)
      ? stated
      : { default: stated };
  for (const [stage, value] of Object.entries(values)) {
    if (!isOne(value))
      throw new InputError(
        `deployWindows.${key} for ${stage} is ${JSON.stringify(value)}, which means nothing here`,
      );
  }
  const byStage = values as Readonly<Record<string, T>>;
  return stage => (Object.hasOwn(byStage, stage) ? byStage[stage] : byStage.default);
}
