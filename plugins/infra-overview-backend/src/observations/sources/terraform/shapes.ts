// Forms that values of a state may have. They are narrow on purpose: what does not look like an engine, a size or a host is not
// taken for one, and so a pasted key has few places to hide in.

const PATTERNS = {
  /** postgres, aurora-postgresql, db2-se */
  engine: /^[a-z]{2,12}\d?(?:-[a-z]{2,12}){0,4}$/,
  /** Enabled, HTTPS, TCP_UDP, fixed-response */
  keyword: /^[A-Za-z]{1,20}(?:[_-][A-Za-z0-9]{1,20}){0,4}$/,
  version: /^\d[\w.-]{0,30}$/,
  /** db.t3.medium, cache.r6g.large, Standard-1X, heroku-24 */
  size: /^[A-Za-z][A-Za-z0-9]{0,15}(?:[.-][A-Za-z0-9]{1,15}){0,4}$/,
  zone: /^[a-z]{2}(?:-[a-z0-9]{1,12}){1,5}$/,
  host: /^(?=.{1,254}$)(?:\*|\\052|[a-zA-Z0-9_](?:[\w-]{0,61}[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9_](?:[\w-]{0,61}[a-zA-Z0-9])?)*\.?$/,
  bucket: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  'daily-window': /^\d\d:\d\d-\d\d:\d\d$/,
  'weekly-window': /^[a-z]{3}:\d\d:\d\d-[a-z]{3}:\d\d:\d\d$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  arn: /^arn:aws[a-z-]*:[a-z]+:[a-z0-9-]*:\d{12}:[\w+=,.@/:-]{1,300}$/,
  /** Name of a role, secret or parameter. */
  place: /^[\w+=,.@/-]{1,200}$/,
  app: /^[a-z][a-z0-9-]{1,28}[a-z0-9]$/,
  /** heroku-postgresql:standard-0 */
  plan: /^[a-z][a-z0-9-]{0,40}(?::[a-z0-9][a-z0-9-]{0,40})?$/,
  process: /^[a-z][\w-]{0,30}$/,
  /** Compared inside one state to find what belongs together; it does not leave it. */
  key: /^[\w-]{1,64}$/,
  /** Words of a person: no stretch is longer than a word or a number is. */
  tag: /^(?=.{1,64}$)[A-Za-z0-9]{1,24}(?:[ ._/-]+[A-Za-z0-9]{1,24})*$/,
} as const;
const LONGEST = 512;
const LARGEST_COUNT = 1_000_000;

type TextShape = keyof typeof PATTERNS;
/** `present`: only whether there is something. `length`: only how many items there are. */
export type Shape = TextShape | 'flag' | 'count' | 'present' | 'length';
export type ShapedValue = string | number | boolean;

/** The value when it has the form; `absent` for what a state writes where nothing is set. */
export type Shaped =
  | { readonly outcome: 'value'; readonly value: ShapedValue }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'other-form' };

const ABSENT: Shaped = { outcome: 'absent' };
const OTHER_FORM: Shaped = { outcome: 'other-form' };

export function shaped(shape: Shape, value: unknown): Shaped {
  if (value === undefined || value === null) return shape === 'present' ? present(false) : ABSENT;
  switch (shape) {
    case 'flag':
      return typeof value === 'boolean' ? { outcome: 'value', value } : OTHER_FORM;
    case 'count':
      return isCount(value) ? { outcome: 'value', value } : OTHER_FORM;
    case 'present':
      return present(value !== '' && value !== false);
    case 'length':
      return Array.isArray(value) ? { outcome: 'value', value: value.length } : OTHER_FORM;
    default:
      if (value === '') return ABSENT;
      return isTextOf(shape, value) ? { outcome: 'value', value } : OTHER_FORM;
  }
}

export function isTextOf(shape: TextShape, value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST && PATTERNS[shape].test(value);
}

function present(value: boolean): Shaped {
  return { outcome: 'value', value };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST_COUNT;
}
