import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlText, type YamlValue } from './yamlText';

it('reads like what an author writes', () => {
  expect(
    yamlText({
      environments: [
        { name: 'production', processes: [{ name: 'web', instances: 3 }], zones: ['a', 'b'] },
      ],
      backups: [],
      maintenance: {},
    }),
  ).toBe(
    [
      'environments:',
      '  - name: production',
      '    processes:',
      '      - name: web',
      '        instances: 3',
      '    zones:',
      '      - a',
      '      - b',
      'backups: []',
      'maintenance: {}',
      '',
    ].join('\n'),
  );
});

it.each([
  ['P28D', 'P28D'],
  ['release/1.2', 'release/1.2'],
  ['two words', 'two words'],
  ['24', '"24"'],
  ['2026-12-01', '"2026-12-01"'],
  ['no', '"no"'],
  ['Null', '"Null"'],
  ['', '""'],
  ['a: b', '"a: b"'],
  ['a #b', '"a #b"'],
  ['*', '"*"'],
  ['two\nlines', '"two\\nlines"'],
  ['x\u2028y', '"x\\u2028y"'],
])('%j is written %s', (value, text) => {
  expect(yamlText({ a: value })).toBe(`a: ${text}\n`);
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'yes',
    'off',
    '~',
    '0o7',
    '.nan',
    '1_000',
    '<<',
    '=',
    '---',
    '? x',
    'é',
    '\ud800',
  ),
);
const value: fc.Arbitrary<YamlValue> = fc.letrec<{ value: YamlValue }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter(number => !Object.is(number, -0)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

it.each(['1.1', '1.2'] as const)('a reader of YAML %s gets the same value', version => {
  fc.assert(
    fc.property(
      fc.dictionary(text, value, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
      written => {
        const map = written as Record<string, YamlValue>;
        const options = { version, uniqueKeys: false, strict: true, merge: false } as const;
        expect(parse(yamlText(map), options)).toEqual(map);
      },
    ),
    { numRuns: 300 },
  );
});
