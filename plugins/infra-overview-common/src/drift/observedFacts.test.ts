import { bindSubjects, type ObservedFact, type ObservedSubject } from '../observed';
import { observedFacts } from './observedFacts';
import { observedProcedures } from './observedProcedures';
import type { SourceLook } from './sourceLook';
import {
  aPart,
  aSubject,
  anInput,
  anItem,
  DAY,
  HEROKU,
  HOUR,
  NOW,
  SHOP,
} from './__testUtils__/aProject';

const iso = (at: number) => new Date(at).toISOString();
const db = (fields: Record<string, string | number | boolean>) =>
  aSubject({
    items: [anItem('addons', 'postgresql-1', { product: 'heroku-postgresql', ...fields })],
  });
const sections = {
  ...SHOP,
  environments: [
    ...(SHOP.environments as readonly { name: string }[]),
    { name: 'staging', hosting: { platform: 'heroku', app: 'shop-staging' } },
  ],
};

function factsOf(
  subjects: readonly ObservedSubject[],
  sources: readonly SourceLook[] = [HEROKU],
): readonly ObservedFact[] {
  const input = anInput(sections, subjects);
  const bound = bindSubjects(input, subjects);
  return observedFacts({ effective: input.effective, bound, sources }, NOW);
}

describe('what only an observation knows', () => {
  it.each<[string, ObservedSubject, string, string, string, string]>([
    [
      'a backup',
      db({
        'observed.lastBackup': iso(NOW - 3 * HOUR),
        'observed.lastBackupSucceeded': true,
        'observed.lastBackupSize': 12_300_000,
      }),
      'addons[db]',
      'last-backup',
      'last backup 3 hours ago, 12 MB',
      'good',
    ],
    [
      'a backup that failed',
      db({
        'observed.lastBackup': iso(NOW - 3 * HOUR),
        'observed.lastBackupSucceeded': false,
        'observed.lastBackupName': 'a012',
      }),
      'addons[db]',
      'last-backup',
      'last backup 3 hours ago failed (a012)',
      'bad',
    ],
    [
      'a backup twice as old as declared',
      db({ 'observed.lastBackup': iso(NOW - 2 * DAY) }),
      'addons[db]',
      'last-backup',
      'last backup 2 days ago',
      'good',
    ],
    [
      'a backup older than twice of what is declared',
      db({ 'observed.lastBackup': iso(NOW - 2 * DAY - 1) }),
      'addons[db]',
      'last-backup',
      'last backup 2 days ago, declared every day',
      'warning',
    ],
    [
      'a restore elsewhere',
      db({
        'observed.lastRestore': '2026-11-03T09:00:00Z',
        'observed.lastRestoreTo': 'shop-staging',
      }),
      'addons[db]',
      'last-restore',
      'restored from backup into staging on 3 Nov 2026',
      'good',
    ],
    [
      'a restore over the data itself',
      db({ 'observed.lastRestore': '2026-11-03T09:00:00Z', 'observed.lastRestoreTo': 'shop' }),
      'addons[db]',
      'last-restore',
      'restored from backup into production on 3 Nov 2026',
      'neutral',
    ],
    [
      'a restore into an unknown app',
      db({ 'observed.lastRestore': '2026-11-03T09:00:00Z', 'observed.lastRestoreTo': 'other' }),
      'addons[db]',
      'last-restore',
      'restored from backup into other on 3 Nov 2026',
      'neutral',
    ],
    [
      'a state',
      db({ 'observed.state': 'provisioned' }),
      'addons[db]',
      'state',
      'provisioned',
      'good',
    ],
    [
      'a price',
      db({ 'observed.price': '5 USD a month' }),
      'addons[db]',
      'price',
      'costs 5 USD a month',
      'neutral',
    ],
    [
      'an undeclared add-on',
      aSubject({
        items: [
          anItem('addons', 'redis-1', {
            product: 'heroku-redis',
            'observed.state': 'deprovisioned',
          }),
        ],
      }),
      'addons[redis-1]',
      'state',
      'deprovisioned',
      'bad',
    ],
    [
      'a deploy',
      aSubject({
        fields: {
          'observed.lastDeploy': iso(NOW - 90 * 60_000),
          'observed.lastDeployStatus': 'Succeeded',
        },
      }),
      'environments[production]',
      'last-deploy',
      'last deploy 1 hour ago, succeeded',
      'good',
    ],
    [
      'a deploy that failed',
      aSubject({
        fields: { 'observed.lastDeploy': iso(NOW - 30_000), 'observed.lastDeployStatus': 'failed' },
      }),
      'environments[production]',
      'last-deploy',
      'last deploy just now, failed',
      'bad',
    ],
    [
      'maintenance',
      aSubject({ fields: { 'observed.maintenance': true } }),
      'environments[production]',
      'maintenance',
      'maintenance mode is on',
      'warning',
    ],
    [
      'a process',
      aSubject({ items: [anItem('processes', 'web.1', { instances: 2, size: 'Standard-1X' })] }),
      'environments[production].processes[web]',
      'process-count',
      '2 web (standard-1x) running',
      'neutral',
    ],
    [
      'a certificate',
      aSubject({
        items: [
          anItem('domains', 'www.shop.example.org', {
            'observed.certificateEnds': iso(NOW + 31 * DAY),
          }),
        ],
      }),
      'domains[www]',
      'certificate-ends',
      'certificate ends 25 Dec 2026, in 31 days',
      'good',
    ],
    [
      'a certificate that ends soon',
      aSubject({
        items: [
          anItem('domains', 'www.shop.example.org', {
            'observed.certificateEnds': iso(NOW + 30 * DAY),
          }),
        ],
      }),
      'domains[www]',
      'certificate-ends',
      'certificate ends 24 Dec 2026, in 30 days',
      'warning',
    ],
    [
      'a certificate that ended',
      aSubject({
        items: [anItem('domains', 'www.shop.example.org', { 'tls.expires': '2026-11-20' })],
      }),
      'domains[www]',
      'certificate-ends',
      'certificate ended 20 Nov 2026, 3 days ago',
      'bad',
    ],
  ])('%s', (_, subject, path, kind, words, tone) => {
    expect(factsOf([subject])).toEqual([
      expect.objectContaining({
        path,
        kind,
        words,
        tone,
        environment: 'production',
        source: 'heroku',
      }),
    ]);
  });

  it.each<[string, SourceLook, number]>([
    ['failed', { ...HEROKU, failed: 'no answer' }, NOW - HOUR],
    [
      'could not look at the app',
      { ...HEROKU, failedSubjects: { shop: 'no such app' } },
      NOW - HOUR,
    ],
    ['looked too long ago', HEROKU, NOW - 2 * DAY],
  ])('a source that %s has no good news', (_, source, at) => {
    const subject = {
      ...aSubject(),
      parts: [
        aPart({
          at,
          fields: {
            'observed.lastDeploy': iso(NOW - 5 * DAY),
            'observed.lastDeployStatus': 'succeeded',
          },
        }),
      ],
    };
    const looked = at === NOW - HOUR ? '1 hour' : '2 days';
    expect(factsOf([subject], [source])).toEqual([
      expect.objectContaining({
        words: `last deploy 5 days ago, succeeded (looked ${looked} ago)`,
        tone: 'unknown',
      }),
    ]);
  });

  it('says nothing of dates and sizes nobody can read', () => {
    const facts = factsOf([
      db({ 'observed.lastBackup': 'yesterday', 'observed.lastRestore': '2026-13-01T00:00:00Z' }),
    ]);
    expect(facts).toEqual([]);
  });
});

it('the steps of a pipeline file in order', () => {
  const steps = ['maintenance on (job deploy)', 'release web (job deploy)'];
  const subject = aSubject(
    {
      fields: { 'observed.deploySteps': steps, 'observed.deployStepsComplete': true },
      deepLink: 'https://ci.example.org/',
    },
    { source: 'circleci' },
  );
  expect(observedProcedures([{ environment: 'production', declared: true, subject }])).toEqual([
    {
      environment: 'production',
      source: 'circleci',
      steps,
      complete: true,
      at: NOW - HOUR,
      deepLink: 'https://ci.example.org/',
    },
  ]);
  const silent = aSubject({ fields: { 'observed.deploySteps': 'none' } });
  expect(
    observedProcedures([{ environment: 'production', declared: true, subject: silent }]),
  ).toEqual([]);
});
