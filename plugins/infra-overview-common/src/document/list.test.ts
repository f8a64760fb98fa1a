import { infraDocumentSchema, SCHEMA } from './document';
import { isNotNeeded, itemsOf } from './list';

it.each([
  ['nothing', undefined, []],
  ['none', [], []],
  ['a refusal', { notNeeded: 'a static site' }, []],
  ['items', [1, 2], [1, 2]],
])('the items of %s', (_, list, items) => {
  expect(itemsOf(list)).toEqual(items);
});

it.each([
  [{ notNeeded: 'a static site' }, true],
  [{ notNeeded: 4 }, false],
  [{}, false],
  ['none', false],
  [null, false],
  [[], false],
])('%j refuses: %s', (value, expected) => {
  expect(isNotNeeded(value)).toBe(expected);
});

it('the schema keeps the reason of a refused block whose fields may all be left out', () => {
  const document = {
    schema: SCHEMA,
    support: { notNeeded: 'nobody uses it' },
    network: { notNeeded: 'the platform does it' },
  };
  expect(infraDocumentSchema.parse(document)).toEqual(document);
});
