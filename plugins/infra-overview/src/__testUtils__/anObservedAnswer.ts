import type {
  DriftFinding,
  DriftNote,
  DueConfirmation,
  JudgedConfirmation,
  ObservedAnswer,
  SourceState,
} from 'backstage-plugin-infra-overview-common';
import { NOW } from './anOverview';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const HEROKU: SourceState = {
  source: 'heroku',
  title: 'Heroku',
  state: 'ok',
  ranAt: NOW - 12 * MINUTE,
  seenAt: NOW - 12 * MINUTE,
  stale: false,
  dropped: [],
  words: 'Heroku, looked 12 minutes ago',
};

/** What the sources saw of the shop: as declared, unless the test says otherwise. */
export const anObservedAnswer = (changes: Partial<ObservedAnswer> = {}): ObservedAnswer => ({
  entityRef: 'component:default/shop',
  sources: [HEROKU],
  drift: [],
  driftCount: changes.drift?.filter(({ status }) => status !== 'same').length ?? 0,
  facts: [],
  procedures: [],
  confirmations: [],
  due: [],
  may: { confirm: 'all', note: true, refresh: true },
  computedAt: NOW,
  ...changes,
});

/** The plan of the database differs. */
export const aFinding = (changes: Partial<DriftFinding> = {}): DriftFinding => ({
  id: `heroku ${changes.path ?? 'addons[db].plan'} ${changes.environment ?? 'production'}`,
  path: 'addons[db].plan',
  environment: 'production',
  source: 'heroku',
  status: 'different',
  title: 'Add-on PostgreSQL, plan',
  words: 'declared hobby-basic, observed standard-0',
  at: NOW - 12 * MINUTE,
  ...changes,
});

export const aNote = (changes: Partial<DriftNote> = {}): DriftNote => ({
  id: 'n1',
  entityRef: 'component:default/shop',
  path: 'addons[db].plan',
  environment: 'production',
  kind: 'accepted',
  reason: 'we pay by the hour',
  by: 'user:default/ada',
  at: NOW - DAY,
  until: NOW + 30 * DAY,
  ...changes,
});

export const aConfirmation = (changes: Partial<JudgedConfirmation> = {}): JudgedConfirmation => ({
  id: 'c1',
  entityRef: 'component:default/shop',
  path: 'addons[db]',
  answer: 'still-true',
  valueHash: 'h',
  by: 'user:default/ada',
  at: NOW - DAY,
  state: 'in-force',
  words: 'confirmed 23 Nov 2026 by ada',
  ...changes,
});

export const aDue = (path: string, changes: Partial<DueConfirmation> = {}): DueConfirmation => ({
  path,
  title: path,
  value: `the value of ${path}`,
  words: 'stated in a document of 19 Jul 2019, never confirmed',
  at: '2019-07-19',
  stale: true,
  ...changes,
});
