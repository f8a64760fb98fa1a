import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** An app whose place no document names. */
export interface AppBinding {
  readonly app: string;
  readonly entityRef: string;
  readonly environment: string;
}

export interface HerokuConfig {
  readonly token: string;
  readonly apiUrl: string;
  readonly dataUrl: string;
  readonly requestsPerHour: number;
  /** `trusted`: the operator vouches for the scope where Heroku does not say it. */
  readonly scopeProof: 'required' | 'trusted';
  readonly bindings: readonly AppBinding[];
}

const KEY = 'infraOverview.sources.heroku';
const API = 'https://api.heroku.com';
const DATA = 'https://api.data.heroku.com';
/** Heroku allows an account 4,500 an hour; some are left for people. */
const REQUESTS_PER_HOUR = 3_600;
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

export function readHerokuConfig(config: RootConfigService): HerokuConfig {
  const requestsPerHour = config.getOptionalNumber('requestsPerHour') ?? REQUESTS_PER_HOUR;
  if (!Number.isInteger(requestsPerHour) || requestsPerHour < 60 || requestsPerHour > 1_000_000) {
    throw new InputError(`${KEY}.requestsPerHour must be a whole number from 60 to 1000000`);
  }
  const scopeProof = config.getOptionalString('scopeProof') ?? 'required';
  if (scopeProof !== 'required' && scopeProof !== 'trusted') {
    throw new InputError(`${KEY}.scopeProof must be "required" or "trusted"`);
  }
  const token = config.getString('token').trim();
  // A line break in a header makes fetch throw an error that quotes it.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new InputError(`${KEY}.token holds a character that no token has`);
  }
  return Object.freeze({
    token,
    apiUrl: readUrl(config, 'apiUrl', API),
    dataUrl: readUrl(config, 'dataUrl', DATA),
    requestsPerHour,
    scopeProof,
    bindings: (config.getOptionalConfigArray('bindings') ?? []).map(binding => ({
      app: binding.getString('app'),
      entityRef: binding.getString('entityRef'),
      environment: binding.getString('environment'),
    })),
  });
}

/** The token goes there with every request: encrypted, or no further than this machine. */
function readUrl(config: RootConfigService, key: string, standard: string): string {
  const text = config.getOptionalString(key) ?? standard;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL.includes(url.hostname));
  if (!url || !isSafe || url.username !== '' || url.password !== '' || url.search !== '') {
    throw new InputError(
      `${KEY}.${key} must be an https address without credentials (http only for localhost)`,
    );
  }
  return url.href.replace(/\/+$/, '');
}
