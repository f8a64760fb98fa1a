import { InputError } from '@backstage/errors';
import type { z } from 'zod';

function complaints(error: z.ZodError): string {
  return error.issues
    .map(issue => `${issue.path.join('.') || 'value'}: ${issue.message}`)
    .join('; ');
}

/** Reads what a caller sent; names every bad field at once. */
export function parseWire<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(complaints(result.error));
}

/** Reads what a server answered. The caller did nothing wrong, so this is no InputError. */
export function parseAnswer<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`The server's answer was not understood. ${complaints(result.error)}`);
}
