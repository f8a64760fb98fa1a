import type { Verified } from '../document';
import { effectiveInfra } from '../effective';
import { aChainLink } from '../testUtils';
import { parseInstant } from '../time';
import { freshnessOf, freshnessOfDocument } from './freshness';

const NOW = parseInstant('2026-11-24T10:00Z') ?? 0;

describe('freshness in words', () => {
  it.each<[Verified | undefined, boolean, string, string]>([
    [
      { method: 'document', at: '2019-07-19' },
      false,
      'stated',
      'stated in a document of 19 Jul 2019, never confirmed',
    ],
    [
      { method: 'document', at: '2019-07-09' },
      true,
      'stated',
      'stated in a document of 9 Jul 2019, never confirmed, read between the lines',
    ],
    [
      { method: 'document' },
      false,
      'undated',
      'stated in a document without a date, never confirmed',
    ],
    [
      { method: 'human', at: '2026-10-12' },
      false,
      'confirmed',
      'checked by hand 12 Oct 2026, says the file',
    ],
    [
      { method: 'human', at: '2026-10-12', by: 'group:default/core-team' },
      false,
      'confirmed',
      'checked by hand 12 Oct 2026 by core-team, says the file',
    ],
    [{ method: 'human', by: 'role:owner' }, false, 'undated', 'checked by hand by owner, no date'],
    [
      { method: 'human', at: '2026-10-12', by: 'the night shift' },
      false,
      'confirmed',
      'checked by hand 12 Oct 2026 by the night shift, says the file',
    ],
    [
      { method: 'observed', at: '2026-11-03', source: 'Heroku' },
      false,
      'observed',
      'observed 3 Nov 2026, Heroku',
    ],
    [{ method: 'observed' }, false, 'undated', 'observed, no date'],
    [undefined, false, 'undated', 'no date'],
    [undefined, true, 'undated', 'no date, read between the lines'],
  ])('%j, derived %s: %s, "%s"', (verified, derived, state, words) => {
    expect(freshnessOf(verified, NOW, { derived })).toMatchObject({ state, words });
  });

  it('hands on who, when and where', () => {
    const verified: Verified = {
      method: 'human',
      at: '2026-10-12',
      by: 'role:owner',
      source: 'the wiki',
    };
    expect(freshnessOf(verified, NOW)).toMatchObject({
      at: '2026-10-12',
      by: 'role:owner',
      source: 'the wiki',
    });
  });
});

describe('staleness', () => {
  it.each`
    title                            | at              | cadence      | now                       | stale
    ${'the last day of half a year'} | ${'2026-01-01'} | ${undefined} | ${'2026-06-30T23:59:59Z'} | ${false}
    ${'the day after half a year'}   | ${'2026-01-01'} | ${undefined} | ${'2026-07-01T00:00:00Z'} | ${true}
    ${'within its own cadence'}      | ${'2026-01-01'} | ${'P1Y'}     | ${'2026-07-01T00:00:00Z'} | ${false}
    ${'past its own cadence'}        | ${'2026-01-01'} | ${'P7D'}     | ${'2026-01-09T00:00:00Z'} | ${true}
    ${'a date to come'}              | ${'2027-01-01'} | ${'P7D'}     | ${'2026-01-09T00:00:00Z'} | ${false}
    ${'no date cannot be stale'}     | ${undefined}    | ${'P7D'}     | ${'2026-01-09T00:00:00Z'} | ${false}
  `('$title', ({ at, cadence, now, stale }) => {
    const verified = {
      method: 'document' as const,
      ...(at && { at }),
      ...(cadence && { cadence }),
    };
    expect(freshnessOf(verified, parseInstant(now) ?? 0).stale).toBe(stale);
  });

  it('an item that states no cadence has the one of its document', () => {
    const { origins } = effectiveInfra([
      aChainLink('component', {
        verified: { method: 'document', at: '2019-01-01', cadence: 'P7D' },
        addons: [{ id: 'db', verified: { method: 'human', at: '2026-11-01' } }],
      }),
    ]);
    expect(freshnessOf(origins['addons[db]']?.verified, NOW).stale).toBe(true);
  });
});

describe('the freshness of a document', () => {
  const old: Verified = { method: 'document', at: '2015-01-01' };
  const recent: Verified = { method: 'human', at: '2026-11-01' };

  it.each<
    [string, Verified | undefined, Verified | undefined, Verified | undefined, string | undefined]
  >([
    [
      'is the oldest date in it',
      undefined,
      recent,
      { method: 'human', at: '2020-02-03' },
      '2020-02-03',
    ],
    [
      'is the one of the document where items have none',
      undefined,
      recent,
      undefined,
      '2026-11-01',
    ],
    ['is not the one of the standard', old, recent, undefined, '2026-11-01'],
    ['is unknown where nothing has a date', undefined, undefined, undefined, undefined],
  ])('%s', (_, standard, document, item, at) => {
    const effective = effectiveInfra([
      aChainLink('domain', { tier: 1, ...(standard && { verified: standard }) }),
      aChainLink('system', {
        ...(document && { verified: document }),
        jobs: [{ id: 'a' }, { id: 'b', ...(item && { verified: item }) }],
      }),
    ]);
    expect(freshnessOfDocument(effective, NOW).at).toBe(at);
  });

  it('is the one of the standard on the page of the standard', () => {
    const effective = effectiveInfra([aChainLink('domain', { verified: old, tier: 1 })]);
    expect(freshnessOfDocument(effective, NOW).at).toBe('2015-01-01');
  });
});
