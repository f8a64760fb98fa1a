import { aTarget } from '../testUtils/builders';
import { governs, readScope } from './scope';
import { gatesChangeType } from './window';

describe('governs', () => {
  it.each<[string, Parameters<typeof governs>[0], string | true]>([
    ['everything, where nothing is said', {}, true],
    ['its environments', { environments: ['staging', 'production'] }, true],
    ['no others', { environments: ['staging'] }, 'environment'],
    ['its stages', { stages: ['production'] }, true],
    ['no other stages', { stages: ['staging'] }, 'stage'],
    ['what its filter finds', { scope: { kind: 'component', 'spec.type': 'website' } }, true],
    ['not what it does not find', { scope: { 'spec.type': 'service' } }, 'scope'],
    [
      'by list and by tag',
      {
        scope: {
          $all: [{ 'metadata.tags': { $contains: 'ruby' } }, { 'spec.type': { $in: ['website'] } }],
        },
      },
      true,
    ],
    ['all but some', { scope: { $not: { 'spec.owner': 'group:default/web' } } }, 'scope'],
    [
      'everything, where the filter cannot be read',
      { scope: { 'spec.type': { $like: 'web' } } },
      true,
    ],
    ['everything, where the filter is none', { scope: 'all services' }, true],
    ['an empty list of environments: nothing', { environments: [] }, 'environment'],
  ])('%s', (_, window, expected) => {
    const found = governs(window, aTarget());
    expect(found.governs || found.whyNot).toBe(expected);
  });

  it.each([
    { $like: 'x' },
    { kind: { $matches: '.*' } },
    null,
    7,
    'web',
    [1],
    { $all: ['web'] },
    { $not: true },
    { $any: 'web' },
  ])('%j is no filter', scope =>
    expect(readScope(scope)).toMatchObject({ ok: false, problem: { code: 'UNKNOWN_OPERATOR' } }),
  );
});

describe('what a window gates', () => {
  it.each([
    [undefined, 'deploy', true],
    [undefined, 'hotfix', true],
    [undefined, 'rollback', false],
    [undefined, 'restart', false],
    [['rollback'], 'rollback', true],
    [['rollback'], 'deploy', false],
  ] as const)('%j: %s %s', (changeTypes, changeType, expected) =>
    expect(gatesChangeType(changeTypes ? { changeTypes } : {}, changeType)).toBe(expected),
  );
});
