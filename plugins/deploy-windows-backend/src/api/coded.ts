import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

// Errors with a code of ours, which is stable, and with the facts a caller can act on.
const coded = <E extends Error>(error: E, code: string, facts: JsonObject = {}): E =>
  Object.assign(error, { code, ...facts });

export const invalid = (code: string, message: string, facts?: JsonObject) =>
  coded(new InputError(message), code, facts);
export const notFound = (code: string, message: string) => coded(new NotFoundError(message), code);
export const conflict = (code: string, message: string, facts?: JsonObject) =>
  coded(new ConflictError(message), code, facts);
export const unavailable = (code: string, message: string) =>
  coded(new ServiceUnavailableError(message), code);
