import type { JsonObject } from '@backstage/types';

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The reason when the value says that it is not needed. */
export function notNeededReason(value: unknown): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const { notNeeded } = value;
  return typeof notNeeded === 'string' && Object.keys(value).length === 1 ? notNeeded : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

/** Items of a list that are objects; none when the value is something else. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
