import fc from 'fast-check';
import { infraDocumentSchema, SCHEMA } from '../document';
import { shapeOf, type BlockShape, type Shape } from '../reader/shape';
import type { TextKind } from '../fields';

const TEXTS: Readonly<Record<TextKind, readonly string[]>> = {
  id: ['db', 'web', 'cloud.gov', 'a-1'],
  date: ['2019-07-19', '2026-02-28'],
  duration: ['P28D', 'PT1H30M', 'P4W'],
  url: ['https://orders.example.org/x?y#z', 'mailto:team@example.org'],
  'time-zone': ['America/Chicago', 'UTC'],
  'local-time': ['09:00', '17:30'],
  'local-date-time': ['2026-12-20T00:00', '2027-01-01T06:30'],
  'entity-ref': ['resource:default/db', 'db'],
  recurrence: ['FREQ=MONTHLY;BYDAY=2TU'],
  'lead-time': ['PT24H', '2bd'],
  'edge-id': ['web->db'],
  name: ['production', 'web one'],
  reason: ['not needed here'],
  currency: ['USD'],
};

/** A value of a shape; wherever it likes, `other` takes its place. */
function ofShape(shape: Shape, other: fc.Arbitrary<unknown> | undefined): fc.Arbitrary<unknown> {
  const right = rightOf(shape, other);
  return other ? fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: other }) : right;
}

function rightOf(shape: Shape, other: fc.Arbitrary<unknown> | undefined): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'block':
      return ofBlock(shape, other);
    case 'list':
      return fc.array(
        fc.constant(shape.item).chain(item => ofShape(item, other)),
        { maxLength: 3 },
      );
    case 'choice':
      return fc.constantFrom(...shape.options).chain(option => ofShape(option, other));
    case 'words':
      return fc.constantFrom(...shape.words);
    case 'text':
      return shape.hint.text
        ? fc.constantFrom(...TEXTS[shape.hint.text])
        : fc.string({ maxLength: 12, unit: 'grapheme' });
    case 'number':
      return fc.constantFrom(1, 2, 3).filter(shape.accepts);
    case 'flag':
      return fc.boolean();
    case 'map':
      return fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 1 }), {
        maxKeys: 3,
      });
    default:
      throw new Error(shape satisfies never);
  }
}

function ofBlock(
  shape: BlockShape,
  other: fc.Arbitrary<unknown> | undefined,
): fc.Arbitrary<unknown> {
  const fields = [...shape.fields.values()].filter(field => !field.hint.outputOnly);
  const required = fields.filter(field => field.required);
  const optional = fields.filter(field => !field.required);
  return fc
    .subarray(optional, { maxLength: Math.min(4, optional.length) })
    .chain(chosen =>
      fc.record(
        Object.fromEntries(
          [...required, ...chosen].map(field => [field.name, ofShape(field.shape, other)]),
        ),
      ),
    );
}

const DOCUMENT = shapeOf(infraDocumentSchema) as BlockShape;

/** A document whose every field is of the right type, though its parts need not fit together. */
export const arbitraryDocument = ofBlock(DOCUMENT, undefined);

/** A document with anything at all in places. */
export const arbitrarySpoiltDocument = ofBlock(
  DOCUMENT,
  fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constant(null),
    fc.constantFrom(
      'Not An Id',
      'CST',
      '4 weeks',
      '2019-02-30',
      '',
      '25:00',
      'http://plain.example.org',
      -1,
      1.5,
      {},
      [],
    ),
    fc.dictionary(
      fc.constantFrom('id', 'name', 'kind', 'retension', '__proto__', 'constructor', 'a.b[c]="d"'),
      fc.jsonValue({ maxDepth: 1 }),
    ),
  ),
).map(document => ({ ...(document as object), schema: SCHEMA }));
