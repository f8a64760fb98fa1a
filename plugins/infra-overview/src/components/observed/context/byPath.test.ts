import { byPath, fieldsAbove, isWithin } from './byPath';

it.each`
  path                                           | shown
  ${'addons[db]'}                                | ${['addons[db]']}
  ${'addons'}                                    | ${['addons']}
  ${'support.hours'}                             | ${['support.hours']}
  ${'addons[db].plan'}                           | ${['addons[db].plan']}
  ${'domains[www].tls.expires'}                  | ${['domains[www].tls', 'domains[www].tls.expires']}
  ${'environments[ci].processes[web].instances'} | ${['environments[ci].processes[web].instances']}
`('$path is shown at $shown', ({ path, shown }) => {
  expect(fieldsAbove(path)).toEqual(shown);
});

it('keeps the order of what has the same path', () => {
  const things = [
    { path: 'addons[db].plan', source: 'heroku' },
    { path: 'addons[db].plan', source: 'terraform' },
  ];
  expect(byPath(things).get('addons[db].plan')).toEqual(things);
});

it.each`
  path                 | element         | within
  ${'addons[db]'}      | ${'addons[db]'} | ${true}
  ${'addons[db].plan'} | ${'addons[db]'} | ${true}
  ${'addons[db2]'}     | ${'addons[db]'} | ${false}
  ${'addonsX'}         | ${'addons'}     | ${false}
`('$path within $element: $within', ({ path, element, within }) => {
  expect(isWithin(path, element)).toBe(within);
});
