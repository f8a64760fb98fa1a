// Whatever a state holds, a report holds nothing but values at allowed places, names of resources, and words of ours.
import { ALLOW_LIST, ALLOWED_TAGS } from './allowList';
import { aShownState, aState, reportsOf, type AResource } from './__testUtils__/states';

// Each value is a word of its own, so that a report tells where each of its values came from.
const ALLOWED = 'ok';
const OTHER = 'zz';

/** The same numbers every time: a test that fails once must fail again. */
function numbersFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
type Next = (below: number) => number;

const TYPES = [...Object.keys(ALLOW_LIST), 'aws_iam_policy', 'random_password', 'tls_private_key'];
const NOT_READ = [
  'password',
  'id_',
  'description',
  'user_data',
  'config_vars',
  'endpoint',
  'value',
];

/** A value of each form, with the word in it wherever the form has room. */
function written(shape: string, word: string, next: Next): unknown {
  const number = next(90) + 10;
  switch (shape) {
    case 'flag':
      return next(2) === 0;
    case 'count':
      return number;
    case 'present':
      return `${OTHER}present`;
    case 'length':
      return Array.from({ length: next(4) }, () => `${OTHER}member`);
    case 'version':
      return `${number}.${word}`;
    case 'zone':
      return `${word}-west-1a`;
    case 'host':
      return `${word}${number}.example.org`;
    case 'arn':
      return `arn:aws:iam::123456789012:role/${word}`;
    case 'daily-window':
      return '03:00-04:00';
    case 'weekly-window':
      return 'sun:05:00-sun:06:00';
    case 'instant':
      return '2027-03-01T00:00:00Z';
    default:
      return word;
  }
}

function anything(next: Next, depth = 0): unknown {
  const kind = next(depth > 2 ? 4 : 6);
  if (kind === 0) return null;
  if (kind === 1) return next(2) === 0;
  if (kind === 2) return `${OTHER}${next(1000)}`;
  if (kind === 3) return `${OTHER}.example.org`;
  const size = next(4);
  if (kind === 4) return Array.from({ length: size }, () => anything(next, depth + 1));
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`${OTHER}${index}`, anything(next, depth + 1)]),
  );
}

function aRandomResource(next: Next, index: number): AResource {
  const type = TYPES[next(TYPES.length)] ?? '';
  const attributes: Record<string, unknown> = {};
  for (const field of NOT_READ) if (next(3) === 0) attributes[field] = anything(next);
  for (const [path, shape] of Object.entries(ALLOW_LIST[type] ?? {})) {
    if (next(5) === 0) continue;
    const [field = '', inner] = path.split('[]');
    // One in six has something else where a value of a form should be; long, so that no form takes it.
    const value =
      next(6) === 0
        ? { [OTHER]: anything(next) }
        : written(shape, `${ALLOWED}${String.fromCharCode(97 + next(26))}`, next);
    if (inner === undefined) attributes[field] = value;
    else {
      const noise = { [`${OTHER}x`]: anything(next) };
      attributes[field] = [
        inner === '' ? value : { ...noise, [inner.slice(1)]: value },
        `${OTHER}!`,
      ];
    }
  }
  if (next(2) === 0) {
    attributes.tags = { Owner: `${OTHER}owner`, [`${OTHER}key`]: 'x' };
    for (const tag of ALLOWED_TAGS)
      if (next(2) === 0) Object.assign(attributes.tags as object, { [tag]: `${ALLOWED}${tag}` });
  }
  return {
    type,
    name: `name_${index}`,
    ...(next(3) === 0 && { module: `module.mod_${next(3)}.module.inner["key_${next(3)}"]` }),
    ...(next(3) === 0 && { key: next(2) === 0 ? next(9) : `key_${next(9)}` }),
    ...(next(8) === 0 && { mode: 'data' }),
    attributes,
    more: { private: `${OTHER}private`, dependencies: [`${OTHER}.dependency`] },
  };
}

it.each(Array.from({ length: 60 }, (_, seed) => [seed + 1]))(
  'a random state, seed %d',
  async seed => {
    const next = numbersFrom(seed);
    const resources = Array.from({ length: next(60) + 40 }, (_, index) =>
      aRandomResource(next, index),
    );
    const outputs = { a: { value: `${OTHER}output` } };
    for (const write of [aState, aShownState]) {
      const reports = await reportsOf(write(resources, { outputs }));
      expect(reports.length).toBeGreaterThan(0);
      expect(reports.map(report => report.outcome)).not.toContain('failed');
      const text = JSON.stringify(reports);
      expect(text).not.toContain(OTHER);
      expect(text).toContain(ALLOWED);
    }
  },
);
