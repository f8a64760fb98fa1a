import { anInput, type Sections } from '../__testUtils__/builders';
import { boundFactsOf } from '../answers/boundFacts';
import { evidenceOf } from '../effective/evidenceOf';
import type { Finding } from '../effective/outcome';
import { outcomeAt } from '../effective/outcomeAt';
import { shippedPacks } from '../pack/shipped';
import { evaluateRule } from '../rule/evaluateRule';
import { findingText } from '../words/findingText';
import { originWords } from '../words/originWords';
import { factsFor } from './factsFor';
import { newsOf, seenFacts, type SeenFact } from './seenFact';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 24, 15);
const iso = (at: number) => new Date(at).toISOString();

const CHECKS = new Map(
  shippedPacks().flatMap(({ pack }) => (pack?.checks ?? []).map(check => [check.id, check])),
);

const DAILY = { id: 'daily', of: 'db', method: 'snapshot', frequency: 'P1D', retention: 'P7D' };
const project = (more: object = {}) =>
  ({
    environments: [{ name: 'production' }, { name: 'staging' }],
    addons: [{ id: 'db', category: 'database', volatile: true }],
    backups: [{ ...DAILY, ...more }],
  }) as Sections;
const site = (tls: object) =>
  ({
    environments: [{ name: 'production' }],
    domains: [{ id: 'www', host: 'www.shop.example', public: true, tls }],
  }) as Sections;

type Seen = Partial<Parameters<typeof seenFacts>[0][number]>;
const see = (...facts: readonly Seen[]): readonly SeenFact[] =>
  seenFacts(
    facts.map(fact => ({
      path: 'addons[db]',
      environment: 'production',
      kind: 'last-backup',
      value: iso(NOW - 3 * HOUR),
      tone: 'good',
      source: 'heroku',
      at: NOW,
      ...fact,
    })),
  );
const failedToRead = (facts: readonly SeenFact[]): readonly SeenFact[] =>
  facts.map(fact => ({ ...fact, why: 'SOURCE_FAILED' }));

function judged(id: string, sections: Sections, seen: readonly SeenFact[]) {
  const rule = CHECKS.get(id)?.rule;
  if (rule === undefined) throw new Error(`${id} has no rule`);
  const { org, ...input } = anInput(sections, { environment: 'production' });
  const facts = factsFor({ ...input, org, seen });
  const steps = evaluateRule(rule, {
    facts,
    org,
    stage: 'production',
    upstream: () => undefined,
  });
  const { outcome } = outcomeAt(steps, NOW);
  const evidence = outcome.status === 'pass' ? evidenceOf(outcome.findings) : undefined;
  const telling =
    outcome.findings.find(({ origin }) => origin?.seen !== undefined) ??
    outcome.findings.find(({ code }) => code !== 'MET');
  return { is: [outcome.status, evidence].join(' ').trim(), telling };
}

const words = (finding: Finding | undefined) =>
  finding &&
  [findingText(finding), finding.origin && originWords(finding.origin, NOW)]
    .filter(text => text !== undefined)
    .join(' | ');

const backup = (seen: Seen) => see(seen);
const restore = (seen: Seen) =>
  see({ kind: 'last-restore', value: '2026-11-03T09:00:00.000Z', ...seen });
const certificate = (ends: number, seen: Seen = {}) =>
  see({ kind: 'certificate-ends', path: 'domains[www]', value: iso(ends), ...seen });

describe('copies that are made', () => {
  it.each<[string, readonly SeenFact[], string, string | undefined]>([
    ['nobody looks', [], 'pass declared', undefined],
    [
      'one three hours ago',
      backup({}),
      'pass observed',
      'frequency of daily: 1 day | last backup 3 hours ago, seen by Heroku',
    ],
    [
      'one just within twice the time',
      backup({ value: iso(NOW - 2 * DAY) }),
      'pass observed',
      'frequency of daily: 1 day | last backup 2 days ago, seen by Heroku',
    ],
    [
      'one that is older',
      backup({ value: iso(NOW - 2 * DAY - 1), tone: 'warning' }),
      'fail',
      'frequency of daily: 1 day declared, and the last one seen is older than twice that | last backup 2 days ago, seen by Heroku',
    ],
    [
      'one that failed',
      backup({ tone: 'bad' }),
      'fail',
      'frequency of daily: 1 day declared, and the last one seen failed | last backup 3 hours ago failed, seen by Heroku',
    ],
    ['a look that is too old', backup({ tone: 'unknown' }), 'pass declared', undefined],
    ['good news of a source that fails', failedToRead(backup({})), 'pass declared', undefined],
    [
      'bad news of a source that fails',
      failedToRead(backup({ tone: 'bad' })),
      'unknown',
      'frequency of daily: the source that knows it did not answer',
    ],
    ['of another environment', backup({ environment: 'staging' }), 'pass declared', undefined],
    ['of another store', backup({ path: 'addons[redis]' }), 'pass declared', undefined],
    ['at no time', backup({ value: 'soon' }), 'pass declared', undefined],
    ['a price', backup({ kind: 'price', value: '5 USD' }), 'pass declared', undefined],
    [
      'two sources: who looked last counts',
      see({ source: 'old', tone: 'bad', at: NOW - HOUR }, { value: iso(NOW - HOUR) }),
      'pass observed',
      'frequency of daily: 1 day | last backup 60 min ago, seen by Heroku',
    ],
  ])('%s', (_, seen, is, telling) => {
    const result = judged('backups.snapshots', project(), seen);
    expect(result.is).toBe(is);
    expect(words(result.telling)).toBe(telling);
  });

  it.each<[string, object, string]>([
    ['without a retention it is not known', { retention: undefined }, 'unknown'],
    ['a frequency nobody states is not made up', { frequency: undefined }, 'unknown'],
    ['a stream is not what was seen', { method: 'continuous' }, 'pass declared'],
  ])('%s', (_, more, is) => {
    expect(judged('backups.snapshots', project(more), backup({})).is).toBe(is);
  });
});

describe('restores', () => {
  it.each<[string, object, readonly SeenFact[], string, string | undefined]>([
    [
      'nothing seen, nothing written',
      {},
      [],
      'unknown',
      'result of the last restore test of daily: not stated',
    ],
    [
      'one elsewhere',
      {},
      restore({}),
      'pass observed',
      'result of the last restore test of daily: passed | last restore outside production 21 days ago, seen by Heroku',
    ],
    [
      'one over the data itself',
      {},
      restore({ tone: 'neutral' }),
      'unknown',
      'result of the last restore test of daily: not stated',
    ],
    [
      'one nobody looked at again',
      {},
      restore({ tone: 'unknown' }),
      'unknown',
      'result of the last restore test of daily: not stated',
    ],
    [
      'one of a source that fails',
      {},
      failedToRead(restore({})),
      'unknown',
      'result of the last restore test of daily: not stated',
    ],
    [
      'one before the test that failed',
      { lastRestoreTest: { status: 'failed', at: '2026-11-10' } },
      restore({}),
      'fail',
      'result of the last restore test of daily: failed, wanted passed | stated in a document without a date, never confirmed',
    ],
  ])('%s', (_, more, seen, is, telling) => {
    const result = judged('backups.recovery-tested-in-pipeline', project(more), seen);
    expect(result.is).toBe(is);
    expect(words(result.telling)).toBe(telling);
  });

  it('counts for half a year', () => {
    const rule = CHECKS.get('backups.recovery-tested-in-pipeline')?.rule;
    const input = anInput(project(), { environment: 'production' });
    const facts = factsFor({ ...input, seen: restore({ value: iso(NOW - 181 * DAY) }) });
    const context = { facts, org: input.org, stage: 'production', upstream: () => undefined };
    expect(rule && outcomeAt(evaluateRule(rule, context), NOW).outcome.status).toBe('fail');
  });
});

describe('certificates', () => {
  const BY_HAND = { source: 'purchased', autoRenew: false, expires: '2027-11-24' };
  const BY_ITSELF = { source: 'letsencrypt', autoRenew: true };
  it.each<[string, object, readonly SeenFact[], string, string | undefined]>([
    ['nobody looks', BY_HAND, [], 'pass declared', undefined],
    [
      'one that ends in 31 days',
      BY_HAND,
      certificate(NOW + 31 * DAY),
      'pass observed',
      'end of the certificate of www.shop.example: 25 Dec 2026 15:00 UTC | certificate ends 25 Dec 2026, declared 24 Nov 2027, seen by Heroku',
    ],
    [
      'one that ends in 29 days',
      BY_HAND,
      certificate(NOW + 29 * DAY, { tone: 'warning' }),
      'fail',
      'end of the certificate of www.shop.example: 23 Dec 2026 15:00 UTC, less than 30 days ahead | certificate ends 23 Dec 2026, declared 24 Nov 2027, seen by Heroku',
    ],
    [
      'one that ends in 29 days and renews itself, says the document',
      BY_ITSELF,
      certificate(NOW + 29 * DAY, { tone: 'warning' }),
      'pass declared',
      undefined,
    ],
    [
      'one that renews itself and ends in 31 days',
      BY_ITSELF,
      certificate(NOW + 31 * DAY),
      'pass observed',
      'end of the certificate of www.shop.example: 25 Dec 2026 15:00 UTC | certificate ends 25 Dec 2026, seen by Heroku',
    ],
    [
      'one that ended though it renews itself',
      BY_ITSELF,
      certificate(NOW - DAY, { tone: 'bad' }),
      'fail',
      'automatic renewal of the certificate of www.shop.example: no, wanted yes | certificate ends 23 Nov 2026, seen by Heroku',
    ],
    [
      'a look that is too old',
      BY_HAND,
      certificate(NOW + 31 * DAY, { tone: 'unknown' }),
      'pass declared',
      undefined,
    ],
    [
      'bad news of a source that fails',
      BY_HAND,
      failedToRead(certificate(NOW + 29 * DAY, { tone: 'warning' })),
      'unknown',
      'end of the certificate of www.shop.example: the source that knows it did not answer',
    ],
    [
      'good news of a source that fails are no proof',
      { source: 'purchased' },
      failedToRead(certificate(NOW + 31 * DAY)),
      'unknown',
      'automatic renewal of the certificate of www.shop.example: not stated',
    ],
  ])('%s', (_, tls, seen, is, telling) => {
    const result = judged('https.certificates', site(tls), seen);
    expect(result.is).toBe(is);
    expect(words(result.telling)).toBe(telling);
  });

  it('are not all seen where one of two is', () => {
    const tls = { source: 'letsencrypt', autoRenew: true };
    const both = {
      ...site(tls),
      domains: [
        { id: 'www', host: 'www.shop.example', public: true, tls },
        { id: 'api', host: 'api.shop.example', public: true, tls },
      ],
    } as Sections;
    expect(judged('https.certificates', both, certificate(NOW + 31 * DAY)).is).toBe(
      'pass declared',
    );
  });
});

it.each([
  ['a copy in time', backup({})],
  ['a copy that is late', backup({ value: iso(NOW - 9 * DAY), tone: 'warning' })],
  ['a source that fails', failedToRead(backup({ tone: 'bad' }))],
  ['a restore', restore({})],
])('ends no confirmation: %s', (_, seen) => {
  const input = anInput(project(), { environment: 'production' });
  expect(boundFactsOf(factsFor({ ...input, seen }), ['stores'])).toEqual(
    boundFactsOf(factsFor(input), ['stores']),
  );
});

it.each<[string, Seen, boolean]>([
  ['a look some minutes later', { at: NOW + 10 * 60_000 }, true],
  ['a look on the next day', { at: NOW + DAY }, false],
  ['another copy', { value: iso(NOW - HOUR) }, false],
  ['the same copy, too old now', { tone: 'warning' }, false],
])('%s is news or not', (_, seen, isSame) => {
  expect(newsOf(backup(seen)) === newsOf(backup({}))).toBe(isSame);
});
