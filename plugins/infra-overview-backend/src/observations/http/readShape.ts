import type { z } from 'zod';
import { RemoteError } from './RemoteError';

/** Takes what the schema names out of an answer. Another shape is an error that names the endpoint and the field, never a value. */
export function readShape<T extends z.ZodType>(
  schema: T,
  body: unknown,
  question: string,
): z.output<T> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path ?? [];
  const at = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  throw new RemoteError(
    'changed-shape',
    `the answer to ${question} has a form we do not know at ${at.replace(/^\./, '') || 'its top'}`,
  );
}
