/** What is known of a failure: a server's words and code where it answered at all. */
export interface Failure {
  readonly message: string;
  readonly code?: string;
}

/** The words of a refusal. A `ResponseError` says only the status in its own message; what helps is in its body. */
export function failureOf(error: unknown): Failure {
  const told = fieldOf(fieldOf(error, 'body'), 'error');
  const message = fieldOf(told, 'message') ?? fieldOf(error, 'message');
  const code = fieldOf(told, 'code');
  return {
    message: typeof message === 'string' && message !== '' ? message : String(error),
    ...(typeof code === 'string' && { code }),
  };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
