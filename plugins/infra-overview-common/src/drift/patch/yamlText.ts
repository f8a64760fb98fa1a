/** The little of YAML that a patch needs; every reader of YAML 1.1 and 1.2 reads the same out of it. */
export type YamlValue =
  string | number | boolean | readonly YamlValue[] | { readonly [field: string]: YamlValue };

/** Block style, two spaces, items below their list by two more. */
export function yamlText(value: { readonly [field: string]: YamlValue }): string {
  return `${mapLines(value, '').join('\n')}\n`;
}

function mapLines(map: { readonly [field: string]: YamlValue }, indent: string): string[] {
  return Object.entries(map).flatMap(([field, value]) =>
    entryLines(`${indent}${scalar(field)}:`, value, `${indent}  `),
  );
}

function entryLines(key: string, value: YamlValue, inner: string): string[] {
  if (typeof value !== 'object') return [`${key} ${scalar(value)}`];
  if (isList(value))
    return value.length === 0
      ? [`${key} []`]
      : [key, ...value.flatMap(item => itemLines(item, inner))];
  return Object.keys(value).length === 0 ? [`${key} {}`] : [key, ...mapLines(value, inner)];
}

function itemLines(item: YamlValue, indent: string): string[] {
  if (typeof item !== 'object') return [`${indent}- ${scalar(item)}`];
  if (isList(item)) return [`${indent}- ${quoted(item)}`];
  const [first, ...others] = mapLines(item, `${indent}  `);
  if (first === undefined) return [`${indent}- {}`];
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...others];
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

// Begins with a letter and is no word that some reader takes for something else: `no`, `off`, `null`.
const PLAIN = /^[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*$/;
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
// JSON leaves these as they are, and a reader of YAML breaks the line at some of them.
const UNPRINTABLE =
  /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]/g;

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  if (PLAIN.test(value) && !RESERVED.test(value)) return value;
  return quoted(value);
}

/** JSON is YAML, but for letters that end a line or cannot be seen. */
function quoted(value: YamlValue): string {
  return JSON.stringify(value).replace(UNPRINTABLE, escaped);
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
