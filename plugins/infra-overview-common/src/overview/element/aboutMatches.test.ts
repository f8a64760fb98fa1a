import { viewOf } from '../../effective';
import { noipm } from '../__fixtures__/noipm';
import { effectiveOf } from '../__fixtures__/readFixture';
import { aboutMatches } from './aboutMatches';

const { document } = viewOf(effectiveOf(noipm), 'production');

it.each`
  about                                     | element                                         | matches
  ${'addons[db]'}                           | ${'addons[db]'}                                 | ${true}
  ${'addons[db].availability'}              | ${'addons[db]'}                                 | ${true}
  ${'addons[db]'}                           | ${'addons[search]'}                             | ${false}
  ${'addons[category=database]'}            | ${'addons[db]'}                                 | ${true}
  ${'addons[category=database]'}            | ${'addons[search]'}                             | ${false}
  ${'backups[]'}                            | ${'backups[daily]'}                             | ${true}
  ${'backups'}                              | ${'backups[daily]'}                             | ${true}
  ${'observability.logs'}                   | ${'observability.logs[production]'}             | ${true}
  ${'environments[].processes[web]'}        | ${'environments[production].processes[web]'}    | ${true}
  ${'environments[].processes[web]'}        | ${'environments[production].processes[worker]'} | ${false}
  ${'environments[staging].processes[web]'} | ${'environments[production].processes[web]'}    | ${false}
  ${'environments[].hosting.stack'}         | ${'environments[production]'}                   | ${true}
  ${'environments[]'}                       | ${'environments[production].processes[web]'}    | ${false}
  ${undefined}                              | ${'addons[db]'}                                 | ${false}
  ${'about what ['}                         | ${'addons[db]'}                                 | ${false}
`('$about speaks of $element: $matches', ({ about, element, matches }) => {
  expect(aboutMatches(document, about, element)).toBe(matches);
});
