import type { Problem } from 'backstage-plugin-infra-overview-common';
import { anOverview } from '../__testUtils__/anOverview';
import { SHOP } from '../__testUtils__/documents';
import { problemGroups } from './problemGroups';

const problem = (changes: Partial<Problem>): Problem => ({
  code: 'unknown-field',
  severity: 'warning',
  path: 'addons[db].plann',
  message: 'not understood',
  ...changes,
});

it('counts nothing where nothing is wrong', () => {
  expect(problemGroups(anOverview(SHOP))).toMatchObject({ count: 0, groups: [] });
});

it('names a field once, though it is a problem and was not understood', () => {
  const overview = anOverview(SHOP, {
    problems: [problem({ entityRef: 'component:default/shop' }), problem({})],
    notUnderstood: [
      { path: 'addons[db].plann', value: 'basic' },
      { path: 'extra', value: 1 },
    ],
  });
  const { count, groups } = problemGroups(overview);
  expect(count).toBe(2);
  expect(groups).toHaveLength(1);
  expect(groups[0]?.notUnderstood.map(field => field.path)).toEqual(['extra']);
});

it('puts the own document first and the worst first', () => {
  const overview = anOverview(SHOP, {
    problems: [
      problem({ entityRef: 'domain:default/tts', path: 'platforms' }),
      problem({ severity: 'hint', path: 'a' }),
      problem({ severity: 'error', path: 'b' }),
    ],
  });
  const { groups, worst } = problemGroups(overview);
  expect(groups.map(group => group.entityRef)).toEqual([
    'component:default/shop',
    'domain:default/tts',
  ]);
  expect(groups[0]?.problems.map(found => found.severity)).toEqual(['error', 'hint']);
  expect(worst).toBe('error');
});
