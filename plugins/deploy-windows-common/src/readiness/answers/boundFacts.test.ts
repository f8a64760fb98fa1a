import { anInput, type Sections } from '../__testUtils__/builders';
import { factsFor } from '../facts/factsFor';
import { boundFactsOf } from './boundFacts';
import { sameFacts } from './sameFacts';

const DOCUMENT: Sections = {
  verified: { method: 'document', at: '2019-07-19' },
  environments: [{ name: 'production', exposure: { level: 'team', expected: 'team' } }],
  addons: [{ id: 'db', category: 'database', receives: 'none' }],
  backups: { notNeeded: 'a demo' },
  observability: {
    logs: [{ id: 'a', captures: ['request', 'error'] }],
    alerts: [
      {
        id: 'down',
        severity: 'page',
        targets: [
          { channel: 'sms', to: 'group:team' },
          { channel: 'chat', name: 'Room' },
        ],
      },
    ],
  },
};
const bound = (document: Sections, ...names: string[]) =>
  boundFactsOf(factsFor(anInput(document)), names);

describe('what a confirmation is bound to', () => {
  it.each<[string, object]>([
    ['exposure.level', { 'exposure.level': 'team' }],
    [
      'exposure',
      { 'exposure.level': 'team', 'exposure.expected': 'team', 'exposure.withinExpected': true },
    ],
    ['captures', { captures: ['error', 'request'] }],
    ['deploy.command', {}],
    ['logDebug', {}],
    [
      'thirdParties',
      { thirdParties: [{ name: 'db', id: 'db', receives: 'none', 'approval.ref': 'none' }] },
    ],
    ['stores.backups', { 'stores.backups': [{ name: 'db', backups: { notNeeded: 'a demo' } }] }],
    ['alertPeople', { alertPeople: ['user:default/ada', 'user:default/ben'] }],
    ['alerts.severity', { 'alerts.severity': [{ name: 'down', severity: 'page' }] }],
    [
      'alerts.targets',
      {
        'alerts.targets': [
          {
            name: 'down',
            targets: [
              { name: 'group:team', to: 'group:default/team', channel: 'sms' },
              { name: 'Room', channel: 'chat' },
            ],
          },
        ],
      },
    ],
    ['nothing.known', {}],
  ])('%s', (name, expected) => {
    expect(bound(DOCUMENT, name)).toEqual(expected);
  });

  it.each<[string, Sections, boolean]>([
    ['another date', { verified: { method: 'human', at: '2026-01-01' } }, true],
    ['a note', { notes: [{ id: 'n', text: 'looked at' }] }, true],
    [
      'another order',
      {
        observability: {
          ...DOCUMENT.observability,
          logs: [{ id: 'a', captures: ['error', 'request'] }],
        },
      },
      true,
    ],
    [
      'another value',
      { observability: { ...DOCUMENT.observability, logs: [{ id: 'a', captures: ['error'] }] } },
      false,
    ],
    ['a section that is gone', { observability: {} }, false],
    [
      'none instead of not stated',
      { observability: { ...DOCUMENT.observability, logs: [] } },
      false,
    ],
  ])('%s: the same %s', (_, change, same) => {
    const names = ['captures', 'alerts', 'exposure', 'sinks'];
    const today = bound({ ...DOCUMENT, ...change }, ...names);
    expect(sameFacts(bound(DOCUMENT, ...names), today)).toBe(same);
  });
});
