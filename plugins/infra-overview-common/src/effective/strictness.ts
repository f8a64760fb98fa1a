import type { JsonValue } from '@backstage/types';
import { durationMilliseconds } from '../time';
import { isObject } from './shape';

const MODES: readonly JsonValue[] = ['off', 'report', 'warn', 'enforce'];

/** How much a statement holds back; of several levels the greatest counts. The last field of the path says what it is about. */
export function strictness(field: string, value: JsonValue): number {
  switch (field) {
    case 'openByDefault':
      return value === false ? 1 : 0;
    case 'onUnavailable':
      return value === 'block' ? 1 : 0;
    case 'maxPerOpening':
      return typeof value === 'number' ? -value : 0;
    case 'minGap':
      return (typeof value === 'string' && durationMilliseconds(value)) || 0;
    default:
      return MODES.indexOf(isObject(value) ? (value.mode ?? '') : value);
  }
}
