import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import {
  askedInstantSchema,
  askedResultSchema,
  changeTypeSchema,
} from 'backstage-plugin-deploy-windows-common';
import { zoneFormProblem } from 'backstage-plugin-deploy-windows-common/evaluator';
import { parseEntityRef } from '@backstage/catalog-model';

/** What is wrong with a value, as the end of a sentence that begins with the flag; undefined when it is fine. */
export type Check = (text: string) => string | undefined;

export const anEntity: Check = text => {
  try {
    const { kind, namespace, name } = parseEntityRef(text);
    if (/[\s#/]/.test(`${kind}${namespace}${name}`)) throw new Error('no ref');
    return undefined;
  } catch {
    return 'is an entity with its kind, such as component:default/web';
  }
};

export const aDuration: Check = text => {
  const length = durationMilliseconds(text);
  if (length !== undefined && length > 0) return undefined;
  return 'is a length of time such as PT20M (20 minutes), PT2H or P1D';
};

export const anInstant: Check = text =>
  askedInstantSchema.safeParse(text).success
    ? undefined
    : 'is an instant with Z or an offset, such as 2026-12-01T15:00:00Z or 2026-12-01T09:00:00-06:00';

export const aZone: Check = text =>
  zoneFormProblem(text) === undefined
    ? undefined
    : 'is an IANA time zone such as America/Chicago, or UTC; offsets and abbreviations are refused, since they do not follow clock changes';

export const aReason: Check = text =>
  text.trim().length >= 10 ? undefined : 'says why, in at least 10 characters';

export const aChangeType: Check = text =>
  changeTypeSchema.safeParse(text).success
    ? undefined
    : 'is one of deploy, config, hotfix, rollback, restart, stop';

export const aResult: Check = text =>
  askedResultSchema.safeParse(text).success && text !== 'running'
    ? undefined
    : 'is one of succeeded, failed, cancelled (success, failure and canceled are understood)';

export function aCount(least: number, most: number): Check {
  return text => {
    const count = Number(text);
    if (/^\d+$/.test(text) && count >= least && count <= most) return undefined;
    return `is a whole number from ${least} to ${most}`;
  };
}

export function oneOf(...words: readonly string[]): Check {
  return text => (words.includes(text) ? undefined : `is one of ${words.join(', ')}`);
}

/** Its value may hold a password, so it is never repeated. */
export const anAddress: Check = text => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    return 'is the address of the API, such as https://portal.example.org/api/deploy-windows';
  }
  if (url.username !== '' || url.password !== '')
    return 'must not hold a user or a password; use DEPLOY_WINDOWS_TOKEN';
  return undefined;
};

export const aToken: Check = text =>
  /^[\x21-\x7e]+$/.test(text)
    ? undefined
    : 'must be one word of visible characters; look for spaces and line breaks in it';
