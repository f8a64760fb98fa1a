/** Something that looks like a secret and is none. Stands in configuration, never in the file it excuses. */
export interface Excuse {
  readonly rule: string;
  /** A location, its target, a path, or an entity ref; `*` stands for any text. */
  readonly location: string;
  readonly reason: string;
  /** Milliseconds since the epoch; from then on it no longer excuses. */
  readonly endsAt: number;
}

const A_DAY = 86_400_000;
const FIELDS = ['rule', 'location', 'reason', 'until'] as const;

/** Reads an excuse as it is written; what is wrong with it is the end of a sentence that begins with its place. */
export function readExcuse(written: unknown): Excuse | { readonly problem: string } {
  const given = (typeof written === 'object' && written !== null ? written : {}) as Partial<
    Record<string, unknown>
  >;
  const [rule = '', location = '', reason = '', until = ''] = FIELDS.map(field => {
    const value = given[field];
    return typeof value === 'string' ? value.trim() : '';
  });
  const missing = FIELDS.find((_, index) => [rule, location, reason, until][index] === '');
  if (missing !== undefined)
    return { problem: `.${missing} is missing; an excuse needs ${FIELDS.join(', ')}, each a text` };
  if (rule.includes('*')) return { problem: '.rule names one rule, without *' };
  if (/^\**$/.test(location)) return { problem: '.location must not stand for every place' };
  const endsAt = endOf(until);
  if (endsAt === undefined)
    return {
      problem: '.until is a day such as 2027-01-31, or an instant such as 2027-01-31T12:00:00Z',
    };
  return { rule, location, reason, endsAt };
}

/** Findings that nothing excuses. @param places every name of what they were found in */
export function unexcused<Finding extends { readonly rule: string }>(
  findings: readonly Finding[],
  places: readonly string[],
  excuses: readonly Excuse[],
  now: number,
): readonly Finding[] {
  if (findings.length === 0 || excuses.length === 0) return findings;
  const rules = new Set(
    excuses
      .filter(({ endsAt, location }) => now < endsAt && places.some(place => fits(place, location)))
      .map(({ rule }) => rule),
  );
  return findings.filter(({ rule }) => !rules.has(rule));
}

function fits(place: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return place === pattern;
  const last = rest.pop() ?? '';
  if (!place.startsWith(first)) return false;
  let at = first.length;
  // Parts in order, each as early as possible: linear, whatever the pattern.
  for (const part of rest) {
    const found = place.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return place.length - last.length >= at && place.endsWith(last);
}

/** The instant after which it is over. */
function endOf(text: string): number | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!isDay && !/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return undefined;
  if (!isDay) return at;
  // There is no 30 February, though it can be parsed.
  return new Date(at).toISOString().startsWith(text) ? at + A_DAY : undefined;
}
