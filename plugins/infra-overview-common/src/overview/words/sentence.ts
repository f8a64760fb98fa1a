/** 'a', 'a and b', 'a, b and c'. */
export function inWords(parts: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = parts.at(-1);
  if (last === undefined) return '';
  if (parts.length === 1) return last;
  return `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** First letter upper case, the rest as written. A name made of parts ('core-team', 'delayed_job', 'cloud.gov') stays as it is. */
export function capitalised(text: string): string {
  if (/^[^\s,;:]*\w[-_.]\w/.test(text)) return text;
  return text.slice(0, 1).toLocaleUpperCase('en-US') + text.slice(1);
}

/** Ends with exactly one full stop, question or exclamation mark. */
export function asSentence(text: string): string {
  const trimmed = capitalised(text.trim());
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** '1 instance', '2 instances'. */
export function counted(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** Texts that are there, without repetition, in order. */
export function present(parts: readonly (string | undefined | false)[]): string[] {
  const seen = new Set<string>();
  for (const part of parts) if (typeof part === 'string' && part !== '') seen.add(part);
  return [...seen];
}
