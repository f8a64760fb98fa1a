import { describeAbout } from './describeAbout';
import { describeBackup, describeRestoreTest } from './describeBackup';
import { describeDate } from './describeDate';
import { describeDeploy } from './describeDeploy';
import { describeDuration, describeFrequency, describeLead } from './describeDuration';
import { describeField } from './describeField';
import { describeHosting } from './describeHosting';
import { describeInstances } from './describeInstances';
import { describeMoney } from './describeMoney';
import { describeParty } from './describeParty';
import { fieldLabel } from './fieldLabel';
import { productName } from './productName';
import { inWords } from './sentence';
import { storeLabel, wordLabel } from './wordLabels';

it.each`
  text            | words
  ${'P28D'}       | ${'28 days'}
  ${'P4W'}        | ${'4 weeks'}
  ${'P1D'}        | ${'1 day'}
  ${'PT1H'}       | ${'1 hour'}
  ${'PT1H30M'}    | ${'1 hour and 30 minutes'}
  ${'P1Y2M3DT4S'} | ${'1 year, 2 months, 3 days and 4 seconds'}
  ${'PT0S'}       | ${'no time'}
  ${'very quick'} | ${'very quick'}
  ${'P'}          | ${'P'}
`('a duration of $text is $words', ({ text, words }) => {
  expect(describeDuration(text)).toBe(words);
});

it.each`
  text              | frequency                    | lead
  ${'P1D'}          | ${'every day'}               | ${'1 day before'}
  ${'PT6H'}         | ${'every 6 hours'}           | ${'6 hours before'}
  ${'P180D'}        | ${'every 180 days'}          | ${'180 days before'}
  ${'P1M1D'}        | ${'every 1 month and 1 day'} | ${'1 month and 1 day before'}
  ${'2bd'}          | ${'2bd'}                     | ${'2 business days before'}
  ${'1bd'}          | ${'1bd'}                     | ${'1 business day before'}
  ${'now and then'} | ${'now and then'}            | ${'now and then'}
`('$text as a frequency and as a lead', ({ text, frequency, lead }) => {
  expect([describeFrequency(text), describeLead(text)]).toEqual([frequency, lead]);
});

it.each`
  text                      | words
  ${'2019-07-19'}           | ${'19 Jul 2019'}
  ${'2026-12-20T00:00'}     | ${'20 Dec 2026 00:00'}
  ${'2026-11-24T08:00:00Z'} | ${'24 Nov 2026 08:00 UTC'}
  ${'2026-13-01'}           | ${'2026-13-01'}
  ${'soon'}                 | ${'soon'}
`('the date $text reads $words', ({ text, words }) => {
  expect(describeDate(text)).toBe(words);
});

it.each`
  deploy                                                                                    | words
  ${{ trigger: 'push', branch: 'master' }}                                                  | ${'every push to master'}
  ${{ trigger: 'push', branch: 'the configured release branch', branchConfigurable: true }} | ${'every push to the configured release branch'}
  ${{ trigger: 'push', branch: 'release/*', branchConfigurable: true }}                     | ${'every push to release/* (changes from release to release)'}
  ${{ trigger: 'push' }}                                                                    | ${'every push to a branch that is not stated'}
  ${{ trigger: 'tag', branch: 'v*' }}                                                       | ${'every tag v*'}
  ${{ trigger: 'manual' }}                                                                  | ${'a person starts it'}
  ${{ trigger: 'manual', by: ['group:default/core'] }}                                      | ${'core starts it'}
  ${{ trigger: 'promotion', from: 'staging' }}                                              | ${'promoted from staging'}
  ${{ trigger: 'promotion' }}                                                               | ${'promoted from an environment that is not stated'}
  ${{ trigger: 'schedule' }}                                                                | ${'by the clock'}
  ${{ branch: 'main' }}                                                                     | ${'from main, trigger not stated'}
  ${{}}                                                                                     | ${'trigger not stated'}
`('deploy $deploy: $words', ({ deploy, words }) => {
  expect(describeDeploy(deploy)).toBe(words);
});

it.each`
  party                              | words
  ${'group:default/noipm-core-team'} | ${'noipm-core-team'}
  ${'group:other/platform'}          | ${'platform in other'}
  ${'user:default/ada'}              | ${'ada (person)'}
  ${'role:maintainer'}               | ${'the maintainer'}
  ${'contributors'}                  | ${'contributors'}
  ${'the marketing team'}            | ${'the marketing team'}
`('$party is called $words', ({ party, words }) => {
  expect(describeParty(party)).toBe(words);
});

it.each`
  money                                              | words
  ${{ amount: 500, currency: 'USD', per: 'month' }}  | ${'500 USD a month'}
  ${{ amount: 12500, currency: 'EUR', per: 'year' }} | ${'12,500 EUR a year'}
  ${{ amount: 0.5, currency: 'USD', per: 'hour' }}   | ${'0.50 USD an hour'}
  ${{ amount: 1234567.25, currency: 'USD' }}         | ${'1,234,567.25 USD'}
`('$money is $words', ({ money, words }) => {
  expect(describeMoney(money)).toBe(words);
});

it.each`
  product                | name
  ${'heroku-postgresql'} | ${'Heroku PostgreSQL'}
  ${'sumologic'}         | ${'Sumo Logic'}
  ${'1password'}         | ${'1Password'}
  ${'delayed_job'}       | ${'delayed_job'}
  ${'cloud.gov'}         | ${'cloud.gov'}
  ${'New Relic'}         | ${'New Relic'}
  ${'constructor'}       | ${'Constructor'}
`('$product is spelt $name', ({ product, name }) => {
  expect(productName(product)).toBe(name);
});

it.each`
  backup                                                         | words
  ${{ method: 'continuous', pitr: { window: 'P4D' } }}           | ${'continuous, back to any moment of the last 4 days'}
  ${{ method: 'snapshot', frequency: 'P1D', retention: 'P28D' }} | ${'snapshot every day, kept for 28 days'}
  ${{ method: 'none' }}                                          | ${'no backup'}
  ${{ frequency: 'P1D' }}                                        | ${'method not stated every day'}
  ${{ method: 'logical', pitr: 'none', location: 'Glacier' }}    | ${'logical dump, in Glacier'}
`('backup $backup: $words', ({ backup, words }) => {
  expect(describeBackup(backup)).toBe(words);
});

it.each`
  test                                                              | words
  ${{ status: 'passed', at: '2026-10-12', environment: 'staging' }} | ${'passed in staging on 12 Oct 2026'}
  ${{ status: 'failed' }}                                           | ${'failed, date not stated'}
  ${{ status: 'never' }}                                            | ${'never tried'}
`('restore test $test: $words', ({ test, words }) => {
  expect(describeRestoreTest(test)).toBe(words);
});

it.each`
  instances                       | words
  ${1}                            | ${'1'}
  ${{ min: 2, max: 8 }}           | ${'2 to 8'}
  ${{ min: 2 }}                   | ${'at least 2'}
  ${{ max: 3, words: 'by load' }} | ${'at most 3 (by load)'}
  ${{ words: 'many' }}            | ${'many'}
  ${{}}                           | ${'not stated'}
`('instances $instances: $words', ({ instances, words }) => {
  expect(describeInstances(instances)).toBe(words);
});

it.each`
  hosting                                                    | words
  ${{ platform: 'heroku', product: 'dynos', plan: 'hobby' }} | ${'Heroku dynos, hobby plan'}
  ${{ platform: 'aws', region: 'us-east-1' }}                | ${'AWS, region us-east-1'}
  ${{ plan: 'Standard plan' }}                               | ${'Standard plan'}
  ${{}}                                                      | ${''}
`('hosting $hosting: $words', ({ hosting, words }) => {
  expect(describeHosting(hosting)).toBe(words);
});

it.each`
  key             | value                              | text                        | fact        | tone
  ${'failover'}   | ${'none'}                          | ${'none'}                   | ${'none'}   | ${'bad'}
  ${'downtime'}   | ${'none'}                          | ${'none'}                   | ${'none'}   | ${'good'}
  ${'migrations'} | ${'none'}                          | ${'none'}                   | ${'none'}   | ${'neutral'}
  ${'durable'}    | ${false}                           | ${'no'}                     | ${'none'}   | ${'bad'}
  ${'debug'}      | ${false}                           | ${'no'}                     | ${'none'}   | ${'neutral'}
  ${'dnssec'}     | ${true}                            | ${'yes'}                    | ${'stated'} | ${'neutral'}
  ${'retention'}  | ${'P28D'}                          | ${'28 days'}                | ${'stated'} | ${'neutral'}
  ${'frequency'}  | ${'P1D'}                           | ${'every day'}              | ${'stated'} | ${'neutral'}
  ${'since'}      | ${'2019-09-25'}                    | ${'25 Sep 2019'}            | ${'stated'} | ${'neutral'}
  ${'access'}     | ${'group:default/noipm-core-team'} | ${'noipm-core-team'}        | ${'stated'} | ${'neutral'}
  ${'appliesTo'}  | ${'platform:heroku'}               | ${'the platform Heroku'}    | ${'stated'} | ${'neutral'}
  ${'store'}      | ${'ci'}                            | ${'CI settings'}            | ${'stated'} | ${'neutral'}
  ${'category'}   | ${'ci'}                            | ${'continuous integration'} | ${'stated'} | ${'neutral'}
  ${'about'}      | ${'environments[]'}                | ${'all environments'}       | ${'stated'} | ${'neutral'}
  ${'note'}       | ${'P-Day is fine'}                 | ${'P-Day is fine'}          | ${'stated'} | ${'neutral'}
  ${'tier'}       | ${2}                               | ${'2'}                      | ${'stated'} | ${'neutral'}
`('$key: $value reads $text', ({ key, value, ...expected }) => {
  expect(describeField(key, value)).toEqual(expected);
});

it.each`
  text                              | href
  ${'https://status.example.org'}   | ${'https://status.example.org'}
  ${'mailto:ops@example.org'}       | ${'mailto:ops@example.org'}
  ${'http://plain.example.org'}     | ${undefined}
  ${'data:text/html,alert(1)'}      | ${undefined}
  ${'https://x.example/"onclick="'} | ${undefined}
`('only safe addresses become links: $text', ({ text, href }) => {
  expect(describeField('url', text).href).toBe(href);
});

it.each`
  key             | parent       | label
  ${'limits'}     | ${'addon'}   | ${'What it cannot do'}
  ${'limits'}     | ${'deploy'}  | ${'Limits'}
  ${'by'}         | ${'deploy'}  | ${'Who can start it'}
  ${'someNewKey'} | ${undefined} | ${'Some new key'}
  ${'toString'}   | ${undefined} | ${'To string'}
`('$parent.$key is labelled $label', ({ key, parent, label }) => {
  expect(fieldLabel(key, parent)).toBe(label);
});

it('lists read as a sentence', () => {
  expect([
    inWords([]),
    inWords(['a']),
    inWords(['a', 'b']),
    inWords(['a', 'b', 'c'], 'or'),
  ]).toEqual(['', 'a', 'a and b', 'a, b or c']);
});

it('words nobody foresaw read as themselves', () => {
  expect([wordLabel('brand-new'), wordLabel('constructor'), storeLabel('other')]).toEqual([
    'brand new',
    'constructor',
    'another place',
  ]);
  expect([describeAbout('observability.logs'), describeAbout('addons[db]')]).toEqual([
    'all logs',
    'addons[db]',
  ]);
});
