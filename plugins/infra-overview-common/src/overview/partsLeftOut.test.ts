import { problemText } from '../document';
import { anEntity, anOverview, effectiveOf, link } from './__fixtures__/readFixture';
import { openQuestions } from './questions/openQuestions';
import { partsLeftOut } from './partsLeftOut';

const X = 'system:default/x';
const problem = partsLeftOut(X, { read: 200, leftOut: 3 });

it('says how many belong to the System and how many are read', () => {
  expect(problemText(problem)).toBe(
    '203 Components belong to this System; only the first 200 by name are read. Divide it into several Systems',
  );
  expect([problem.severity, problem.entityRef]).toEqual(['warning', X]);
});

it('asks nobody for a missing answer: nothing in the document is missing', () => {
  const effective = effectiveOf(
    anOverview(anEntity(X, 'X'), [link('system', X, { schema: 'infra-overview.io/v1alpha1' })]),
  );
  expect(openQuestions({ effective, problems: [problem] }, 0)).toEqual([]);
});
