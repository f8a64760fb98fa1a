import type { FleetQuery } from 'backstage-plugin-infra-overview-common';
import { aFleetRow } from '../__testUtils__/aFleetRow';
import { matches, searchWords, termsOf, wordsOf } from './terms';

it.each([
  ['app.example.org', ['app.example.org', 'example.org', 'org']],
  ['heroku-postgresql', ['heroku-postgresql', 'postgresql']],
  ['Complaint  Manager', ['complaint manager', 'manager']],
  ['***', []],
  ['北京 service', ['北京 service', 'service']],
])('finds %j by its words', (text, expected) => {
  expect(wordsOf([text])).toEqual(expected);
});

it.each([
  ['Papertrail', ['papertrail']],
  ['  app.example.org/  "complaint" ', ['app.example.org', 'complaint']],
  ['a a A', ['a']],
  ['-- *', []],
])('searches %j for its words', (text, expected) => {
  expect(searchWords(text)).toEqual(expected);
});

it('takes no more words than a table should hold', () => {
  expect(
    wordsOf([Array.from({ length: 5000 }, (_, index) => `w${index}`).join(' ')]).length,
  ).toBeLessThanOrEqual(2000);
});

describe('matches, as the database does', () => {
  const row = aFleetRow('a', {
    owner: 'group:default/core',
    tlsExpires: '2026-12-20',
    missing: ['cdn'],
  });
  const terms = termsOf(row, [{ kind: 'product', term: 'papertrail' }], {
    domains: ['domain:default/top'],
    parts: [],
  });

  it.each<readonly [FleetQuery, boolean]>([
    [{}, true],
    [{ text: 'paper', owner: 'group:default/core' }, true],
    [{ text: 'trail' }, false],
    [{ product: 'Papertrail' }, true],
    [{ domain: 'domain:default/top' }, true],
    [{ missing: ['cdn'] }, true],
    [{ missing: ['cdn', 'tls'] }, false],
    [{ tlsBefore: '2026-12-21' }, true],
    [{ tlsBefore: '2026-12-20' }, false],
  ])('%j: %s', (query, expected) => {
    expect(matches(query, row, terms)).toBe(expected);
  });
});
