import { exampleEntities } from './__testUtils__/exampleCatalog';
import { exampleInput, exampleSubjects } from './__testUtils__/exampleFacts';
import { assess } from './assess';
import type { Status } from './effective/status';
import type { Verdict } from './effective/verdict';
import { verdictOf } from './effective/verdictOf';
import { factsFor, serviceFactsFor } from './facts/factsFor';
import { askedChecks } from './pack/askedChecks';
import { shippedPacks } from './pack/shipped';
import { isSubjectByDefault } from './subjects';

/** Check, what a reader of the page would say of it, and the sentence or the silence it rests on. */
type Row = readonly [check: string, status: Status, because: string];

const NOW = Date.UTC(2026, 10, 24, 15);
const PRACTICES = 'tts-good-production-practices@1';
const PACKS = shippedPacks().flatMap(({ pack }) => pack ?? []);

const NOIPM: readonly Row[] = [
  [
    'logging.event.account-logon',
    'unknown',
    'says that production logs all errors, and nothing of logons',
  ],
  ['logging.event.account-management', 'unknown', 'says nothing of accounts in the logs'],
  ['logging.event.object-access', 'unknown', 'says nothing of who read what'],
  ['logging.event.policy-change', 'unknown', 'says nothing of changed rules in the logs'],
  ['logging.event.privilege-functions', 'unknown', 'says nothing of privileged functions'],
  ['logging.event.process-tracking', 'unknown', 'says nothing of processes in the logs'],
  ['logging.event.system-events', 'unknown', 'says nothing of system events'],
  [
    'logging.event.web-admin-activity',
    'unknown',
    'has a web server and says nothing of what administrators do',
  ],
  [
    'logging.event.web-authentication-checks',
    'unknown',
    'has an alert that leaves invalid tokens out, and no word on what is logged of sign-ins',
  ],
  ['logging.event.web-authorization-checks', 'unknown', 'says nothing of rights in the logs'],
  ['logging.event.web-data-deletions', 'unknown', 'says nothing of deletions in the logs'],
  ['logging.event.web-data-access', 'unknown', 'says nothing of access to data in the logs'],
  ['logging.event.web-data-changes', 'unknown', 'says nothing of changes of data in the logs'],
  ['logging.event.web-permission-changes', 'unknown', 'says nothing of permissions in the logs'],
  ['logging.no-sensitive-data', 'unknown', 'nobody confirmed it'],
  ['logging.traceable-to-user', 'unknown', 'does not say what a line of the log holds'],
  ['logging.timestamps-utc', 'unknown', 'does not say what a line of the log holds'],
  ['logging.production-level', 'unknown', 'does not say whether debug is off'],
  [
    'logging.durable-before-rotation',
    'pass',
    'logs go to Papertrail by themselves and are there for 7 days',
  ],
  ['logging.restricted-readers', 'unknown', 'tells the way to the logs, and not who may go it'],
  ['logging.searchable', 'pass', 'Papertrail searches the last 7 days'],
  ['backups.redundant-storage', 'fail', 'one instance of the database, no failover'],
  ['backups.snapshots', 'pass', 'a copy each day, kept for 4 weeks'],
  ['backups.point-in-time-recovery', 'pass', 'continuous over the last 4 days'],
  ['backups.recovery-documented', 'unknown', 'no way back is written down, and none is denied'],
  ['backups.recovery-tested-in-pipeline', 'unknown', 'says nothing of a restore that was tried'],
  ['deploy.single-command', 'unknown', 'a person starts it; with what is not said'],
  ['deploy.more-than-one-person', 'unknown', 'does not say who may deploy'],
  ['deploy.blue-green', 'fail', 'the application is in maintenance mode while it is replaced'],
  ['deploy.schema-updates-automated', 'pass', 'CircleCI runs the migrations'],
  [
    'deploy.snapshot-and-rollback',
    'unknown',
    'says nothing of a copy before a deploy, or of a way back',
  ],
  ['deploy.production-files-only', 'unknown', 'does not say what is in the container'],
  [
    'deploy.secrets-via-service',
    'unknown',
    'says where secrets are kept, and not how the application gets them',
  ],
  ['deploy.build-in-staging', 'unknown', 'does not say where the container is built'],
  ['deploy.pinned-dependencies', 'unknown', 'names no lock file'],
  ['support.service-levels', 'unknown', 'names no target'],
  ['support.entry-point', 'unknown', 'names no place for complaints'],
  ['support.escalation', 'unknown', 'names nobody to turn to'],
  ['support.public-queue', 'unknown', 'names no queue, and not who may see the application'],
  ['support.resources-tagged', 'unknown', 'names no tag'],
  [
    'alerting.someone-is-alerted',
    'fail',
    'alerts go to Slack and to a shared mailbox, which are places',
  ],
  ['alerting.flexible-targets', 'fail', 'neither Slack nor the mailbox is a person'],
  ['alerting.anomaly-thresholds', 'unknown', 'an alert on a line of the log, without a threshold'],
  ['alerting.no-flapping', 'unknown', 'does not say how often the alert repeats itself'],
  ['status.page', 'unknown', 'names no status page'],
  ['status.off-infrastructure', 'unknown', 'names no status page'],
  ['status.shows-outages', 'unknown', 'names no status page'],
  ['status.subscribable', 'unknown', 'names no status page'],
  ['security.launch-discussion', 'unknown', 'nobody confirmed it'],
  [
    'security.third-parties-approved',
    'unknown',
    'does not say which data goes to Papertrail, Sumo Logic, Auth0 and the others',
  ],
  ['security.pen-test-staging', 'unknown', 'says nothing of penetration tests'],
  ['security.vuln-scan-production', 'unknown', 'says nothing of scans'],
  [
    'security.https-everywhere',
    'unknown',
    'says that the names are those of Heroku, and nothing of certificates',
  ],
  ['security.http-redirect', 'unknown', 'says nothing of http'],
  ['load.periodic-tests', 'unknown', 'says nothing of load tests'],
  ['load.upstreams-known', 'unknown', 'nothing is known of the load that Postgres or Auth0 bear'],
  ['capacity.event-planning', 'unknown', 'names no plan'],
  ['capacity.similar-traffic', 'unknown', 'nobody confirmed it'],
  ['capacity.elastic', 'fail', 'one web server, always'],
  [
    'scalability.two-instances',
    'fail',
    'one web server and one worker are two components of one instance each',
  ],
  ['scalability.horizontal', 'unknown', 'does not say whether there can be more of them'],
  ['scalability.vertical-headroom', 'unknown', 'does not say which parts grow only vertically'],
  ['scalability.vertical-own-host', 'unknown', 'does not say which parts grow only vertically'],
  ['resilience.zones', 'unknown', 'says that Amazon instances are shared, and nothing of zones'],
  ['resilience.no-topology-dependency', 'unknown', 'nobody confirmed it'],
  ['resilience.upstreams-resilient', 'unknown', 'what it depends on is judged by nobody here'],
  ['access.exposure-enforced', 'not-applicable', 'a question about environments before launch'],
  ['access.non-bespoke-proxy', 'unknown', 'does not say what keeps strangers out'],
  ['access.cohorts', 'unknown', 'says nothing of groups of users'],
  ['https.certificates', 'unknown', 'says nothing of certificates, and not which names are public'],
  ['monitoring.downtime', 'unknown', 'names no monitor and denies none'],
  ['monitoring.errors', 'unknown', 'names an alert on a log line, and no monitor'],
  ['monitoring.performance', 'unknown', 'names no monitor'],
  ['monitoring.alerts-worth-investigating', 'unknown', 'nobody confirmed it'],
  ['monitoring.responders-can-act', 'unknown', 'names no monitor'],
  ['monitoring.escalation-path', 'unknown', 'does not say what follows when nobody reacts'],
  ['monitoring.soak-before-launch', 'unknown', 'does not say when it was launched'],
  ['devops.reachability', 'fail', 'no device rings: a room and a mailbox'],
  ['devops.escalation-known', 'unknown', 'does not say what to do first'],
  ['devops.monitoring-logins', 'unknown', 'nobody confirmed it'],
  ['devops.uptime-expectations', 'unknown', 'names the hour of deploys, and no hours of support'],
  [
    'errors.exceptions-captured',
    'fail',
    'names New Relic for errors as an option, and nothing that catches them today',
  ],
  ['analytics.dap', 'unknown', 'says nothing of analytics'],
  ['alerting.mixed-conditions', 'fail', 'one alert with one condition'],
  ['alerting.verified-working', 'unknown', 'does not say that the alert was ever tried'],
  ['alerting.grouped-channels', 'fail', 'one alert, everything goes to the same two places'],
  ['monitoring.user-representative-tests', 'unknown', 'names no scripted test and denies none'],
  ['monitoring.component-tests', 'unknown', 'names no monitor'],
  ['monitoring.history', 'unknown', 'names no graph'],
  ['monitoring.frequent', 'unknown', 'names no monitor'],
  ['monitoring.low-latency', 'unknown', 'names no monitor'],
  ['monitoring.vs-service-levels', 'unknown', 'names no target'],
  ['monitoring.error-review', 'unknown', 'nobody confirmed it'],
  ['x.no-secret-in-catalog', 'pass', 'names places of secrets and none of them'],
  ['x.owner-valid', 'pass', 'the core team has people'],
  ['x.environments-declared', 'pass', 'CI, staging and production'],
];

const LISTMINUT: readonly Row[] = [
  ['logging.event.account-logon', 'unknown', 'does not say what is logged'],
  ['logging.event.object-access', 'unknown', 'does not say what is logged'],
  ['logging.event.web-admin-activity', 'unknown', 'has web dynos and does not say what is logged'],
  ['logging.event.web-data-changes', 'unknown', 'does not say what is logged'],
  ['logging.no-sensitive-data', 'unknown', 'nobody confirmed it'],
  ['logging.traceable-to-user', 'unknown', 'does not say what a line of the log holds'],
  ['logging.timestamps-utc', 'unknown', 'does not say what a line of the log holds'],
  ['logging.production-level', 'unknown', 'does not say whether debug is off'],
  [
    'logging.durable-before-rotation',
    'pass',
    'Papertrail takes the logs from Logplex and keeps them for 30 days',
  ],
  ['logging.restricted-readers', 'unknown', 'does not say who reads them'],
  [
    'logging.searchable',
    'unknown',
    'says how long logs are kept, and not how far back they are searched',
  ],
  [
    'backups.redundant-storage',
    'unknown',
    'the database has a replica; of the buckets nothing is said',
  ],
  ['backups.snapshots', 'fail', 'copies of the buckets are only a possible change'],
  ['backups.point-in-time-recovery', 'fail', 'buckets without a copy have no earlier state'],
  ['backups.recovery-documented', 'fail', 'buckets without a copy cannot be brought back'],
  ['backups.recovery-tested-in-pipeline', 'fail', 'buckets without a copy cannot be brought back'],
  [
    'deploy.single-command',
    'unknown',
    'says that deploys take too long, and not how one is started',
  ],
  ['deploy.more-than-one-person', 'unknown', 'does not say who deploys'],
  [
    'deploy.blue-green',
    'unknown',
    'tells of errors during a deploy, and not how one replaces the other',
  ],
  ['deploy.schema-updates-automated', 'unknown', 'says nothing of migrations'],
  ['deploy.snapshot-and-rollback', 'unknown', 'says nothing of a way back'],
  ['deploy.production-files-only', 'unknown', 'does not say what is shipped'],
  ['deploy.secrets-via-service', 'unknown', 'names no place of a credential'],
  [
    'deploy.build-in-staging',
    'unknown',
    'one build for all environments is planned; where it is made is not said',
  ],
  ['deploy.pinned-dependencies', 'unknown', 'names the Gemfile, and no lock of it'],
  ['support.service-levels', 'unknown', 'names no target'],
  ['support.entry-point', 'unknown', 'names no place for complaints'],
  ['support.escalation', 'unknown', 'names nobody to turn to'],
  ['support.resources-tagged', 'unknown', 'names no tag'],
  [
    'alerting.someone-is-alerted',
    'unknown',
    'collects errors and performance, and does not say who is told',
  ],
  ['alerting.flexible-targets', 'unknown', 'names no alert'],
  ['alerting.anomaly-thresholds', 'unknown', 'names no alert'],
  ['alerting.no-flapping', 'unknown', 'names no alert'],
  ['status.page', 'unknown', 'names no status page'],
  ['security.launch-discussion', 'unknown', 'nobody confirmed it'],
  [
    'security.third-parties-approved',
    'unknown',
    'about a dozen services, and no word on which data each gets',
  ],
  ['security.pen-test-staging', 'unknown', 'says nothing of penetration tests'],
  ['security.vuln-scan-production', 'unknown', 'says nothing of scans'],
  ['security.https-everywhere', 'unknown', 'says nothing of certificates'],
  ['security.http-redirect', 'unknown', 'the redirect it names is from www, not from http'],
  ['load.periodic-tests', 'unknown', 'says nothing of load tests'],
  ['capacity.event-planning', 'unknown', 'names no plan'],
  [
    'capacity.elastic',
    'unknown',
    'HireFire has a minimum and a maximum; without the numbers they may be one',
  ],
  ['scalability.two-instances', 'unknown', 'many web dynos, and no number of workers'],
  [
    'scalability.horizontal',
    'unknown',
    'web dynos are added and removed; of workers it is not said',
  ],
  ['resilience.zones', 'unknown', 'says nothing of zones'],
  ['resilience.upstreams-resilient', 'unknown', 'what it depends on is judged by nobody here'],
  ['access.exposure-enforced', 'not-applicable', 'a question about environments before launch'],
  [
    'access.non-bespoke-proxy',
    'unknown',
    'Cloudflare softens attacks; who may come in is not said',
  ],
  ['https.certificates', 'unknown', 'listminut.be is public, and no certificate is named'],
  [
    'monitoring.downtime',
    'fail',
    'New Relic and Rollbar are the monitors, and neither asks whether it is up',
  ],
  ['monitoring.errors', 'unknown', 'Rollbar gets all errors; how many are too many is not said'],
  [
    'monitoring.performance',
    'unknown',
    'New Relic follows performance; how slow is too slow is not said',
  ],
  ['monitoring.responders-can-act', 'unknown', 'does not say who is alerted'],
  ['monitoring.escalation-path', 'unknown', 'names no alert'],
  ['monitoring.soak-before-launch', 'unknown', 'does not say when it was launched'],
  ['devops.reachability', 'unknown', 'names no alert'],
  ['devops.escalation-known', 'unknown', 'names no alert'],
  ['devops.monitoring-logins', 'unknown', 'nobody confirmed it'],
  ['devops.uptime-expectations', 'unknown', 'names no hours'],
  ['errors.exceptions-captured', 'pass', 'all errors at run time go to Rollbar'],
  ['analytics.dap', 'unknown', 'says nothing of analytics'],
  ['alerting.mixed-conditions', 'unknown', 'names no alert'],
  ['alerting.verified-working', 'unknown', 'names no alert'],
  ['alerting.grouped-channels', 'unknown', 'names no alert'],
  ['monitoring.user-representative-tests', 'fail', 'neither of the two monitors acts as a user'],
  ['monitoring.history', 'unknown', 'a dashboard shows the moment; a graph over time is not named'],
  ['monitoring.frequent', 'fail', 'nothing asks whether it is up, however often'],
  ['monitoring.low-latency', 'fail', 'nothing asks whether it is up'],
  ['monitoring.vs-service-levels', 'unknown', 'names no target'],
  ['monitoring.error-review', 'unknown', 'nobody confirmed it'],
  ['x.no-secret-in-catalog', 'pass', 'names no secret'],
  ['x.owner-valid', 'pass', 'engineering has people'],
  ['x.environments-declared', 'pass', 'production and staging'],
];

describe('the complaint manager of NOIPM, in production', () => {
  const verdict = judged('component:default/noipm-complaint-manager', 'production', [PRACTICES]);

  it.each(NOIPM)('%s: %s, since the page %s', (check, status) => {
    expect(statusOf(verdict, check)).toBe(status);
  });

  it('is asked nothing that the table leaves out', () => {
    expect(checksOf(verdict)).toEqual(NOIPM.map(([check]) => check).sort());
  });

  it('is not ready, for these reasons first', () => {
    expect(verdict.verdict).toBe('not-ready');
    expect(
      verdict.open.filter(({ status }) => status === 'fail').map(({ checkId }) => checkId),
    ).toEqual([
      'alerting.someone-is-alerted',
      'devops.reachability',
      'backups.redundant-storage',
      'scalability.two-instances',
    ]);
  });

  it('is asked in staging whether strangers are kept out, which nobody wrote down', () => {
    const staging = judged('component:default/noipm-complaint-manager', 'staging', [PRACTICES]);
    expect(statusOf(staging, 'access.exposure-enforced')).toBe('unknown');
    expect(staging.open.map(({ checkId }) => checkId)).toContain('access.exposure-enforced');
  });
});

describe('the ListMinut application, in production', () => {
  const verdict = judged('component:default/listminut-application', 'production', [PRACTICES]);

  it.each(LISTMINUT)('%s: %s, since the page %s', (check, status) => {
    expect(statusOf(verdict, check)).toBe(status);
  });

  it('is not ready', () => {
    expect(verdict.verdict).toBe('not-ready');
  });
});

describe('every subject of the example organisations', () => {
  const subjects = [...exampleEntities()].flatMap(([ref, { kind, spec }]) => {
    const declares = spec?.infra !== undefined;
    const type = typeof spec?.type === 'string' ? { type: spec.type } : {};
    return isSubjectByDefault({ kind, declares, ...type }) ? exampleSubjects(ref) : [];
  });

  it('are there for each organisation', () => {
    expect(new Set(subjects.map(({ entityRef }) => entityRef)).size).toBeGreaterThanOrEqual(10);
  });

  it.each(subjects.map(subject => [subject.key, subject] as const))(
    '%s gets a verdict, and every check an answer',
    (_, { entityRef, view }) => {
      const verdict = judged(
        entityRef,
        view.environment,
        PACKS.map(({ name }) => name),
      );
      expect(verdict.checks.length).toBeGreaterThan(100);
      expect(verdict.checks.filter(({ effective }) => effective.status === 'error')).toEqual([]);
    },
  );

  it('of TTS are asked what their Domain adopted, without a word in the configuration', () => {
    const verdict = judged('component:default/permit-intake-web', 'production', []);
    const packs = new Set(verdict.checks.map(({ layers }) => layers.asked.pack));
    expect([...packs].sort()).toEqual(['suite-basics@1', PRACTICES, 'tts-hosting@1'].sort());
  });
});

function judged(ref: string, environment: string, configured: readonly string[]): Verdict {
  const input = exampleInput(ref, environment);
  const { subject, effective, org } = input;
  if (effective === undefined) throw new Error(`${ref} has no document`);
  const config = configured.map(pack => ({ pack }));
  const { asked } = askedChecks({ subject, effective, packs: PACKS, config });
  const rows = assess({
    subject,
    facts: factsFor(input),
    serviceFacts: serviceFactsFor(input),
    asked,
    org,
    records: { attestations: [], waivers: [] },
    upstream: () => undefined,
  });
  return verdictOf(subject, rows, NOW);
}

function statusOf({ checks }: Verdict, id: string): Status | undefined {
  return checks.find(({ layers }) => layers.asked.definition.id === id)?.effective.status;
}

function checksOf({ checks }: Verdict): readonly string[] {
  return checks.map(({ layers }) => layers.asked.definition.id).sort();
}
