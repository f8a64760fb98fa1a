import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import { DAY, HOUR, MINUTE, SECOND } from 'backstage-plugin-deploy-windows-common/evaluator';
import { invalid } from '../api/coded';

/** A length of time as a caller writes it, in milliseconds; from a second to a day. */
export function lengthOf(field: string, text: string): number;
export function lengthOf(field: string, text: string | undefined): number | undefined;
export function lengthOf(field: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const length = durationMilliseconds(text);
  if (length !== undefined && length >= SECOND && length <= DAY) return length;
  throw invalid(
    'OUT_OF_RANGE',
    `${field}: write a length of time from PT1S to PT24H, such as PT30M`,
    { field },
  );
}

/** `45 s`, `12 min`, `1 h 20 min`. */
export function lengthText(milliseconds: number): string {
  if (milliseconds < MINUTE) return `${Math.round(milliseconds / SECOND)} s`;
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  const hours = Math.floor((minutes * MINUTE) / HOUR);
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
