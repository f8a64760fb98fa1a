import { impactCsv } from './impactCsv';
import { pathMarks } from './pathMarks';

it.each`
  case                                       | broken        | stopped        | owner        | marks
  ${'a picture of the view'}                 | ${['db']}     | ${['web']}     | ${undefined} | ${[['web', 'stops'], ['db', 'broken']]}
  ${'the picture of one of several'}         | ${['a/x#db']} | ${['a/y#web']} | ${'a/x'}     | ${[['db', 'broken']]}
  ${'the broken one is not stopped as well'} | ${['db']}     | ${['db']}      | ${undefined} | ${[['db', 'broken']]}
`('$case', ({ broken, stopped, owner, marks }) => {
  const onPath = { broken, stopped, degraded: [], surviving: [] };
  expect([...pathMarks(onPath, owner)]).toEqual(marks);
});

it('a table names the owner that nobody stated', () => {
  const text = impactCsv({
    affected: [
      {
        entityRef: 'system:default/shop',
        title: '=shop',
        answers: [
          {
            path: 'a',
            title: 'Db',
            environment: 'production',
            outcome: 'stops',
            sentence: 'a, b.',
          },
        ],
      },
    ],
  });
  expect(text).toBe(
    'project,entity,owner,environment,what,outcome,answer\r\n' +
      '\'=shop,system:default/shop,not stated,production,Db,stops,"a, b."\r\n',
  );
});
