import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readExcuse, type Excuse } from 'backstage-plugin-infra-overview-common/secrets';

/** @public */
export interface SecretGateOptions {
  readonly excuses?: readonly Excuse[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const ALLOW = 'infraOverview.secretGate.allow';
const PARSER = 'infraOverview.secretGate.parser';

/**
 * What configuration says about the gate.
 *
 * @public
 */
export function secretGateOptions(config: RootConfigService, now: () => number): SecretGateOptions {
  const written = config.getOptional(ALLOW) ?? [];
  if (!Array.isArray(written)) throw new InputError(`${ALLOW} is a list of excuses`);
  const excuses = written.map((entry, index) => {
    const read = readExcuse(entry);
    if ('problem' in read) throw new InputError(`${ALLOW}[${index}]${read.problem}`);
    return read;
  });
  return { excuses, now };
}

/** Who installs the entity data parser. */
export function readParserOwner(config: RootConfigService): 'ours' | 'external' {
  const parser = config.getOptionalString(PARSER);
  if (parser === undefined || parser === 'external') return parser ?? 'ours';
  throw new InputError(`${PARSER} is "external" or is left out`);
}
