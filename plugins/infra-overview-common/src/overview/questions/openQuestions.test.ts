import { listminut } from '../__fixtures__/listminut';
import { noipm } from '../__fixtures__/noipm';
import { effectiveOf, NOW } from '../__fixtures__/readFixture';
import { mainView } from '../mainView';
import { openQuestions } from './openQuestions';

const ask = (overview: typeof noipm) => {
  const effective = effectiveOf(overview);
  return openQuestions({ effective, problems: overview.problems, view: mainView(effective) }, NOW);
};

it('asks what authors ask, then what the page cannot answer', () => {
  expect(ask(noipm).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'question: No restore procedure and no restore test is stated',
    'question: No end, no time zone and no lead time is stated',
    'question: A page on concerns and considerations is named without a link',
    'gap: Database and last backup: last restore test not stated',
    'gap: Database and last backup: restore procedure not stated',
    'gap: Monitors: not stated',
    'gap: Support: not stated',
  ]);
});

it('says who asked and about what', () => {
  expect(ask(noipm)[1]).toMatchObject({
    about: 'environments[production].deploy.windows[ipm-tuesdays]',
    entityRef: 'system:default/noipm',
  });
});

it('lists each gap once', () => {
  const paths = ask(listminut)
    .filter(({ kind }) => kind === 'gap')
    .map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(
    expect.arrayContaining([
      'addons[db].availability.failover',
      'backups[of=db]',
      'credentialLocations',
    ]),
  );
});

it('an answered question is no question', () => {
  const effective = effectiveOf(noipm);
  const questions = [
    { id: 'a', statement: 'Who?', answer: 'Ada' },
    { id: 'b', statement: 'When?', status: 'answered' as const },
    { id: 'c', statement: 'Why?' },
  ];
  const asked = openQuestions(
    { effective: { ...effective, document: { ...effective.document, questions } }, problems: [] },
    NOW,
  );
  expect(asked.map(({ text }) => text)).toEqual(['Why?']);
});
