import type { Deployment } from './deployment';
import { reachedLimits } from './limits';
import { coversStart, overrunSince, type Permit } from './permit';
import { typicalDuration } from './typicalDuration';
import { unpermitted } from './unpermitted';

const deployment = (index: number, fields: Partial<Deployment> = {}): Deployment => ({
  id: `${index}`,
  target: 't',
  changeType: 'deploy',
  source: 'ci',
  externalId: `${index}`,
  startedAt: index * 1000,
  finishedAt: index * 1000 + 100,
  result: 'succeeded',
  ...fields,
});

describe('typicalDuration', () => {
  const lasting = (...lengths: readonly number[]) =>
    lengths.map((length, index) => deployment(index, { finishedAt: index * 1000 + length }));
  it.each<[string, readonly Deployment[], number | undefined]>([
    ['none', [], undefined],
    ['four are too few', lasting(1, 2, 3, 4), undefined],
    ['five', lasting(5, 1, 2, 3, 4), 5],
    [
      'one outlier of twenty is left out',
      lasting(900, ...Array.from({ length: 19 }, () => 10)),
      10,
    ],
    ['only the last twenty', lasting(900, 900, ...Array.from({ length: 20 }, () => 10)), 10],
    [
      'failures do not count',
      lasting(1, 2, 3, 4, 5).map(own => ({ ...own, result: 'failed' as const })),
      undefined,
    ],
  ])('%s', (_, list, expected) => expect(typicalDuration(list)).toBe(expected));
});

describe('reachedLimits', () => {
  const all = () => true;
  it.each<[string, Parameters<typeof reachedLimits>, readonly object[]]>([
    ['nothing is limited', [{}, [deployment(1)], 5000, all], []],
    ['one less than allowed', [{ maxPerOpening: 2 }, [deployment(1)], 5000, all], []],
    [
      'as many as allowed',
      [{ maxPerOpening: 2 }, [deployment(1), deployment(2)], 5000, all],
      [{ limit: 'maxPerOpening', allowed: 2 }],
    ],
    ['of another opening', [{ maxPerOpening: 1 }, [deployment(1)], 5000, () => false], []],
    [
      'none are allowed',
      [{ maxPerOpening: 0 }, [], 5000, all],
      [{ limit: 'maxPerOpening', allowed: 0 }],
    ],
    [
      'later starts do not count',
      [{ maxPerOpening: 1, minGap: 1000 }, [deployment(9)], 5000, all],
      [],
    ],
    [
      'too close',
      [{ minGap: 1000 }, [deployment(4)], 5000, all],
      [{ limit: 'minGap', allowed: 1000, until: 5100 }],
    ],
    ['a gap counts from the end', [{ minGap: 1000 }, [deployment(4)], 5100, all], []],
    [
      'one that never reported its end counts from its start',
      [{ minGap: 1000 }, [(({ finishedAt: _, ...rest }) => rest)(deployment(4))], 5000, all],
      [],
    ],
  ])('%s', (_, args, expected) => expect(reachedLimits(...args)).toEqual(expected));
});

describe('permits', () => {
  const permit: Permit = {
    id: 'p',
    target: 't',
    changeType: 'deploy',
    principal: 'external:ci',
    decisionId: 'd',
    issuedAt: 1000,
    startBy: 2000,
    finishBy: 3000,
  };
  it.each([
    ['from its issue', 1000, {}, true],
    ['before it', 999, {}, false],
    ['up to startBy', 1999, {}, true],
    ['not at startBy', 2000, {}, false],
    ['not for another target', 1500, { target: 'u' }, false],
    ['not for another kind of change', 1500, { changeType: 'config' as const }, false],
  ])('covers a start %s', (_, startedAt, fields, expected) => {
    const own = deployment(1, { startedAt, ...fields });
    expect(coversStart(permit, own)).toBe(expected);
    expect(unpermitted([own], [permit])).toEqual(expected ? [] : [own]);
  });

  it.each([
    ['in time', { finishedAt: 3000 }, 9000, undefined],
    ['too late', { finishedAt: 3001 }, 9000, 3000],
    ['still running, in time', {}, 3000, undefined],
    ['still running, too long', {}, 3001, 3000],
  ])('an overrun: %s', (_, own, now, expected) =>
    expect(overrunSince(permit, own, now)).toBe(expected),
  );

  it('without an end there is no overrun', () => {
    const { finishBy: _, ...endless } = permit;
    expect(overrunSince(endless, {}, 1e12)).toBeUndefined();
  });
});
