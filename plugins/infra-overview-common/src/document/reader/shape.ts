import { z } from 'zod';
import { readingHints, type ReadingHint } from '../fields';

/** A schema as the reader and the reference see it. The one place that looks into zod. */
export type Shape =
  | {
      readonly kind: 'block';
      readonly fields: ReadonlyMap<string, FieldShape>;
      readonly hint: ReadingHint;
    }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'choice'; readonly options: readonly Shape[] }
  | { readonly kind: 'words'; readonly words: readonly (string | number)[] }
  | {
      readonly kind: 'text';
      readonly hint: ReadingHint;
      readonly accepts: (text: string) => boolean;
    }
  | {
      readonly kind: 'number';
      readonly expected: string;
      readonly accepts: (value: number) => boolean;
    }
  | { readonly kind: 'flag' }
  | { readonly kind: 'map' };

export type BlockShape = Extract<Shape, { kind: 'block' }>;

export interface FieldShape {
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
  readonly shape: Shape;
  readonly hint: ReadingHint;
}

/** Looks at every schema once, also where many fields share one. */
export function shapeOf(schema: z.ZodType, known = new Map<z.ZodType, Shape>()): Shape {
  const found = known.get(schema);
  if (found) return found;
  const shape = newShape(schema, known);
  known.set(schema, shape);
  return shape;
}

function newShape(schema: z.ZodType, known: Map<z.ZodType, Shape>): Shape {
  const hint = readingHints.get(schema) ?? {};
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([name, field]) =>
      fieldShape(name, field, known),
    );
    return { kind: 'block', fields: new Map(fields.map(field => [field.name, field])), hint };
  }
  if (schema instanceof z.ZodArray) {
    return { kind: 'list', item: shapeOf(schema.element as z.ZodType, known) };
  }
  if (schema instanceof z.ZodUnion) {
    return choice(schema.options.map(option => shapeOf(option as z.ZodType, known)));
  }
  if (schema instanceof z.ZodEnum) return { kind: 'words', words: schema.options };
  if (schema instanceof z.ZodLiteral) {
    return { kind: 'words', words: [...schema.values].filter(isWord) };
  }
  if (schema instanceof z.ZodString) {
    return { kind: 'text', hint, accepts: text => schema.safeParse(text).success };
  }
  if (schema instanceof z.ZodNumber) {
    const accepts = (value: number) => schema.safeParse(value).success;
    return { kind: 'number', expected: numberWords(schema), accepts };
  }
  if (schema instanceof z.ZodBoolean) return { kind: 'flag' };
  if (schema instanceof z.ZodRecord) return { kind: 'map' };
  throw new Error(`The reader does not know schemas of type ${schema.type}`);
}

function fieldShape(name: string, field: z.ZodType, known: Map<z.ZodType, Shape>): FieldShape {
  const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
  return {
    name,
    meaning: field.description ?? '',
    required: inner === field,
    shape: shapeOf(inner, known),
    hint: { ...readingHints.get(inner), ...readingHints.get(field) },
  };
}

/** A choice between words is one set of words. */
function choice(options: readonly Shape[]): Shape {
  const words: (string | number)[] = [];
  const others: Shape[] = [];
  for (const option of options.flatMap(flat)) {
    if (option.kind === 'words') words.push(...option.words);
    else others.push(option);
  }
  // The refusal last, as people read it.
  others.sort((left, right) => Number(isRefusal(left)) - Number(isRefusal(right)));
  const all: readonly Shape[] = words.length > 0 ? [...others, { kind: 'words', words }] : others;
  return all.length === 1 && all[0] ? all[0] : { kind: 'choice', options: all };
}

function flat(shape: Shape): readonly Shape[] {
  return shape.kind === 'choice' ? shape.options : [shape];
}

function isWord(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function numberWords(schema: z.ZodNumber): string {
  const noun = schema.isInt ? 'a whole number' : 'a number';
  const { minValue, maxValue } = schema;
  const least = minValue !== null && minValue > Number.MIN_SAFE_INTEGER ? minValue : undefined;
  const most = maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER ? maxValue : undefined;
  if (least !== undefined && most !== undefined) return `${noun} from ${least} to ${most}`;
  return least === undefined ? noun : `${noun}, ${least} or more`;
}

/** `{ notNeeded: … }`: the refusal of a list or block. */
export function isRefusal(shape: Shape): boolean {
  return shape.kind === 'block' && shape.fields.size === 1 && shape.fields.has('notNeeded');
}
