import fc from 'fast-check';
import {
  factPathText,
  fieldPath,
  itemPath,
  modelPath,
  parseFactPath,
  type FactPath,
} from './factPath';

describe('parseFactPath', () => {
  it.each<[string, FactPath]>([
    ['tier', { steps: [{ field: 'tier' }] }],
    [
      'environments[production].processes[web].instances',
      {
        steps: [
          { field: 'environments', select: { kind: 'item', name: 'production' } },
          { field: 'processes', select: { kind: 'item', name: 'web' } },
          { field: 'instances' },
        ],
      },
    ],
    [
      'backups[of=db].retention',
      {
        steps: [
          { field: 'backups', select: { kind: 'where', field: 'of', value: 'db' } },
          { field: 'retention' },
        ],
      },
    ],
    [
      'observability.alerts[].targets',
      {
        steps: [
          { field: 'observability' },
          { field: 'alerts', select: { kind: 'every' } },
          { field: 'targets' },
        ],
      },
    ],
    [
      'platforms[cloud.gov]',
      { steps: [{ field: 'platforms', select: { kind: 'item', name: 'cloud.gov' } }] },
    ],
    [
      'addons[db].role=primary',
      {
        steps: [{ field: 'addons', select: { kind: 'item', name: 'db' } }, { field: 'role' }],
        equals: 'primary',
      },
    ],
    ['addons[]=a=b', { steps: [{ field: 'addons', select: { kind: 'every' } }], equals: 'a=b' }],
    [
      'environments["odd ]name"]."a.b"',
      {
        steps: [
          { field: 'environments', select: { kind: 'item', name: 'odd ]name' } },
          { field: 'a.b' },
        ],
      },
    ],
    [
      'requestPath.edges[web->db]',
      {
        steps: [
          { field: 'requestPath' },
          { field: 'edges', select: { kind: 'item', name: 'web->db' } },
        ],
      },
    ],
  ])('%s', (text, expected) => {
    expect(parseFactPath(text)).toEqual(expected);
    expect(factPathText(expected)).toBe(text);
  });

  it.each([
    '',
    '.',
    'a.',
    '.a',
    'a..b',
    'a[',
    'a[b',
    'a]',
    'a[b]c',
    'a[[b]]',
    'a[b=]x',
    '[a]',
    'a["b]',
    '"',
    'a["\\x"]',
  ])('%s is no path', text => {
    expect(parseFactPath(text)).toBeUndefined();
  });

  it('reads back whatever names there are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (field, name) => {
          const path = fieldPath(itemPath(fieldPath('', field), name), field);
          expect(parseFactPath(path)).toEqual({
            steps: [{ field, select: { kind: 'item', name } }, { field }],
          });
        },
      ),
    );
  });

  it('reads a long hostile text in no time', () => {
    expect(parseFactPath('a['.repeat(50_000))).toBeUndefined();
    expect(parseFactPath('"'.repeat(100_001))).toBeUndefined();
  });
});

it.each([
  ['environments[production].processes[web].instances', 'environments[].processes[].instances'],
  ['backups[of=db].retention', 'backups[].retention'],
  ['tier', 'tier'],
])('the model path of %s is %s', (path, expected) => {
  expect(modelPath(path)).toBe(expected);
});
