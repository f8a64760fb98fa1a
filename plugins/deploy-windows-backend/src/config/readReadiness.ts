import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { parseFilterPredicate, type FilterPredicate } from '@backstage/filter-predicates';
import type { JsonValue } from '@backstage/types';
import { milliseconds, within } from './lengths';

export interface ReadinessConfig {
  /** Asked about entities; absent: Components of type service or website, and whatever carries a document. */
  readonly subjects?: FilterPredicate;
  readonly packs: readonly PackConfig[];
  /** Asked about Users: who matches counts for nobody. */
  readonly inactive?: FilterPredicate;
  /** Milliseconds; facts that were read longer ago are not known. */
  readonly maxFactsAge: number;
  /** Milliseconds before the start of `enforce` in which it already warns. */
  readonly warnAhead: number;
  readonly retention: {
    /** Milliseconds. */
    readonly transitions: number;
  };
  readonly digest: { readonly enabled: boolean };
  /** Entity refs of those who are told of what waits for an approval; empty: the owner of the Domain, else of the System. */
  readonly approvers: readonly string[];
}

/** A pack to ask, by its name or from a file, and of whom besides those whose documents name it. */
export interface PackConfig {
  /** `tts-hosting@1`; without a version the newest. */
  readonly name?: string;
  /** Relative to where the backend runs, as files of the catalog are. */
  readonly file?: string;
  /** Asked about subjects; absent: the pack is only there to be named by documents. */
  readonly subjects?: FilterPredicate;
}

const DEFAULTS = {
  maxFactsAge: { hours: 24 },
  warnAhead: { days: 0 },
  transitions: { days: 2 * 365 },
} as const;

export function readReadiness(config: Config | undefined): ReadinessConfig {
  const own = config?.getOptionalConfig('readiness');
  const subjects = predicateAt(own, 'subjects');
  const inactive = predicateAt(own, 'people.inactive');
  return {
    packs: (own?.getOptionalConfigArray('packs') ?? []).map(readPack),
    maxFactsAge: within(
      milliseconds(own, 'maxFactsAge', DEFAULTS.maxFactsAge),
      'readiness.maxFactsAge',
      { minutes: 5 },
      { days: 30 },
    ),
    warnAhead: within(
      milliseconds(own, 'warnAhead', DEFAULTS.warnAhead),
      'readiness.warnAhead',
      { days: 0 },
      { days: 365 },
    ),
    retention: {
      transitions: within(
        milliseconds(own, 'retention.transitions', DEFAULTS.transitions),
        'readiness.retention.transitions',
        { days: 30 },
        { days: 20 * 365 },
      ),
    },
    approvers: own?.getOptionalStringArray('approvers') ?? [],
    digest: { enabled: own?.getOptionalBoolean('digest.enabled') ?? true },
    ...(subjects !== undefined && { subjects }),
    ...(inactive !== undefined && { inactive }),
  };
}

function readPack(config: Config, index: number): PackConfig {
  const [name, file] = [config.getOptionalString('name'), config.getOptionalString('file')];
  const place = `deployWindows.readiness.packs[${index}]`;
  if ((name === undefined) === (file === undefined))
    throw new InputError(`${place} needs either a name, such as tts-hosting@1, or a file`);
  if (name !== undefined && !/^[a-z][a-z0-9.-]*(?:@\d+)?$/.test(name))
    throw new InputError(`${place}.name must be written like tts-hosting@1, but is ${name}`);
  const subjects = predicateAt(config, 'subjects', place);
  if (name !== undefined && subjects === undefined)
    throw new InputError(`${place} needs subjects: of whom ${name} is asked, such as {} for all`);
  return {
    ...(name !== undefined && { name }),
    ...(file !== undefined && { file }),
    ...(subjects !== undefined && { subjects }),
  };
}

/** An operator that nobody knows would silently never match. */
function predicateAt(
  config: Config | undefined,
  key: string,
  place = 'deployWindows.readiness',
): FilterPredicate | undefined {
  const stated = config?.getOptional<JsonValue>(key);
  if (stated === undefined) return undefined;
  if (typeof stated !== 'object' || Array.isArray(stated))
    throw new InputError(`${place}.${key} is no predicate: it must be an object`);
  try {
    return parseFilterPredicate(stated);
  } catch (error) {
    throw new InputError(`${place}.${key} is no predicate: ${(error as Error).message}`);
  }
}
