import type { YamlValue } from './yamlText';

type Fields = { readonly [field: string]: YamlValue };

/** The same fields with a value at a path inside; what stands in the way and holds no fields gives way. */
export function withValue(fields: Fields, steps: readonly string[], value: YamlValue): Fields {
  const [step, ...rest] = steps;
  if (step === undefined) return fields;
  if (rest.length === 0) return { ...fields, [step]: value };
  const held = Object.hasOwn(fields, step) ? fields[step] : undefined;
  const inner = typeof held === 'object' && !Array.isArray(held) ? (held as Fields) : {};
  return { ...fields, [step]: withValue(inner, rest, value) };
}
