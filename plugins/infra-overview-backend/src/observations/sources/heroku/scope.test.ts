import { judgeScope } from './scope';

describe('what a token may do, as Heroku declares it', () => {
  it.each`
    declared                    | outcome
    ${'read'}                   | ${'right'}
    ${'read identity'}          | ${'right'}
    ${'identity,read'}          | ${'right'}
    ${'identity'}               | ${'wrong'}
    ${'global'}                 | ${'wrong'}
    ${'read-protected'}         | ${'wrong'}
    ${'read read-protected'}    | ${'wrong'}
    ${'read write'}             | ${'wrong'}
    ${'write-protected'}        | ${'wrong'}
    ${'read something-of-2030'} | ${'wrong'}
    ${''}                       | ${'unknown'}
    ${undefined}                | ${'unknown'}
  `('$declared is $outcome', ({ declared, outcome }) => {
    expect(judgeScope(declared).outcome).toBe(outcome);
  });

  it('says how to make a right one', () => {
    expect(judgeScope('global')).toMatchObject({
      reason: expect.stringContaining('heroku authorizations:create --scope read'),
    });
  });
});
