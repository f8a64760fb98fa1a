import {
  exampleFacts,
  exampleServiceFacts,
  factNamed,
  shortFact,
} from '../__testUtils__/exampleFacts';

const NOIPM = 'component:default/noipm-complaint-manager';
const LISTMINUT = 'component:default/listminut-application';
const PERMITS = 'component:default/permit-intake-web';
const GARDEN = 'component:default/garden-library-web';
const EXAMPLE = 'component:default/example-website';

describe('what the documents of the examples say', () => {
  it.each([
    [NOIPM, 'production', 'environments', ['ci', 'staging', 'production']],
    [NOIPM, 'production', 'platform', 'heroku'],
    [NOIPM, 'production', 'platforms', ['heroku']],
    [NOIPM, 'production', 'platformStatus', '? platforms[heroku].status'],
    [NOIPM, 'production', 'processes > web > min', 1],
    [NOIPM, 'production', 'processes > worker > longRunning', true],
    [NOIPM, 'production', 'processes > web > elastic', false],
    [NOIPM, 'production', 'stores', ['db', 'search']],
    [NOIPM, 'production', 'stores > db > volatile', true],
    [NOIPM, 'production', 'stores > db > redundancy', 'none'],
    [NOIPM, 'production', 'stores > db > backups', ['continuous', 'daily']],
    [NOIPM, 'production', 'stores > db > backups > continuous > pitrWindow', 'P4D'],
    [NOIPM, 'production', 'stores > db > backups > daily > retention', 'P28D'],
    [
      NOIPM,
      'production',
      'stores > db > backups > daily > procedure',
      '? backups[daily].procedure',
    ],
    [NOIPM, 'production', 'stores > search > volatile', false],
    [NOIPM, 'production', 'stores > search > backups', '? backups[of=search]'],
    [NOIPM, 'production', 'deploy.strategy', 'recreate'],
    [NOIPM, 'production', 'deploy.by', '? environments[production].deploy.by'],
    [NOIPM, 'production', 'artifact.kind', 'container'],
    [NOIPM, 'production', 'captures', ['error']],
    [NOIPM, 'staging', 'captures', ['error', 'request', 'response']],
    [NOIPM, 'ci', 'captures', '? observability.logs[].captures'],
    [NOIPM, 'production', 'sinks', ['papertrail', 'sumologic']],
    // Nobody says so; somebody else runs it.
    [NOIPM, 'production', 'sinks > papertrail > durable', true],
    [NOIPM, 'production', 'sinks > papertrail > searchWindow', 'P7D'],
    [NOIPM, 'production', 'alerts', ['web-errors']],
    [NOIPM, 'production', 'alerts > web-errors > targets', ['Slack', 'noipm e-mail address']],
    [
      NOIPM,
      'production',
      'alerts > web-errors > targetsKey',
      'chat Slack, email noipm e-mail address',
    ],
    // A room and a mailbox: known to reach nobody.
    [NOIPM, 'production', 'alertPeople', []],
    [NOIPM, 'ci', 'alertPeople', '? observability.alerts'],
    [NOIPM, 'production', 'monitors', '? observability.monitors'],
    [NOIPM, 'production', 'components', ['web', 'worker', 'db']],
    [NOIPM, 'production', 'errorTracker', 'none'],
    [NOIPM, 'production', 'domains', ['heroku-1', 'heroku-2']],
    [NOIPM, 'production', 'thirdParties > auth > receives', '? addons[auth].receives'],
    [
      NOIPM,
      'production',
      'credentials > google-maps > holder',
      ['The noipm.infrastructure Google account'],
    ],
    [
      NOIPM,
      'production',
      'credentials > auth0-client > access',
      ['group:default/noipm-core-team', 'group:default/noipm-contributors'],
    ],
    [NOIPM, 'production', 'danglingCredentials', []],
    [NOIPM, 'production', 'owner', ['group:default/noipm-core-team']],
    [NOIPM, 'production', 'support.escalation.api', '? support.escalation[for=api].to'],

    [
      LISTMINUT,
      'production',
      'processes > web > min',
      '? environments[production].processes[web].instances',
    ],
    [
      LISTMINUT,
      'production',
      'processes > web > elastic',
      '? environments[production].processes[web].instances',
    ],
    [LISTMINUT, 'production', 'processes > console > longRunning', false],
    [LISTMINUT, 'production', 'stores > db > redundancy', 'replica'],
    // The queue keeps its jobs in the database.
    [LISTMINUT, 'production', 'stores > jobs > volatile', true],
    [LISTMINUT, 'production', 'stores > jobs > redundancy', 'replica'],
    [LISTMINUT, 'production', 'stores > jobs > backups', '? backups[of=db]'],
    [LISTMINUT, 'production', 'stores > s3 > backups > s3 > method', 'none'],
    [LISTMINUT, 'production', 'awsProducts', ['aws-cloudfront', 'aws-s3']],
    [LISTMINUT, 'production', 'errorTracker', 'rollbar'],
    [LISTMINUT, 'production', 'domains > listminut.be > public', true],
    [LISTMINUT, 'production', 'domains > listminut.be > uptimeMonitors', []],
    [
      LISTMINUT,
      'production',
      'monitors > performance > loginHolders',
      '? addons[newrelic].credentials',
    ],

    [PERMITS, 'production', 'platformStatus', 'preferred'],
    [PERMITS, 'production', 'exposure.withinExpected', true],
    [PERMITS, 'production', 'domains > permits.example.org > redirectHttp', true],
    [PERMITS, 'production', 'domains > permits.example.org > analytics', ['dap']],
    [PERMITS, 'production', 'sinks', ['logs-fr']],
    // The standard says that the organisation runs it.
    [PERMITS, 'production', 'sinks > logs-fr > durable', '? addons[logs-fr].sink.durable'],
    [PERMITS, 'production', 'auditEvents', ['account-logon', 'data-change', 'object-access']],
    [PERMITS, 'production', 'logDebug', false],
    [PERMITS, 'production', 'verticalParts', []],
    [
      PERMITS,
      'production',
      'credentials',
      'not needed: Runs on cloud.gov and has no AWS account of its own',
    ],
    [PERMITS, 'sandbox', 'dataRules', ['no-pii']],

    [EXAMPLE, 'production', 'environments', ['staging', 'production']],
  ])('%s#%s: %s', (ref, environment, name, expected) => {
    expect(shortFact(factNamed(exampleFacts(ref, environment), name))).toEqual(expected);
  });

  it('an upstream is known by its ref', () => {
    expect(factNamed(exampleFacts(NOIPM, 'production'), 'upstreams')).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ name: 'resource:default/noipm-postgres' }),
      ]),
    });
  });

  it('what is asked of the whole service is read in production', () => {
    const { fields } = exampleServiceFacts(NOIPM);
    expect(fields).toEqual(exampleFacts(NOIPM, 'production').fields);
  });

  it('every example can be read', () => {
    expect(Object.keys(exampleServiceFacts(GARDEN).fields)).not.toEqual([]);
  });
});

describe('where it comes from', () => {
  it.each([
    [
      NOIPM,
      'stores > db > backups > daily > retention',
      {
        kind: 'declared',
        entityRef: NOIPM,
        path: 'backups[daily].retention',
        at: '2019-07-19',
        by: 'Project Infrastructure page',
        method: 'document',
        cadence: 'P180D',
      },
    ],
    [NOIPM, 'sinks > papertrail > durable', { kind: 'declared', by: 'built-in default' }],
    [
      PERMITS,
      'domains > permits.example.org > redirectHttp',
      {
        kind: 'inherited',
        entityRef: 'domain:default/tts',
        by: 'cloud.gov',
        path: 'platforms[cloud.gov].provides.domains[https-redirect].tls.redirectHttp',
      },
    ],
    [PERMITS, 'processes > web > min', { kind: 'declared', method: 'human', at: '2026-11-02' }],
  ])('%s: %s', (ref, name, origin) => {
    expect(factNamed(exampleFacts(ref, 'production'), name)).toMatchObject({ origin });
  });

  it('what a standard fills in comes from the standard', () => {
    expect(factNamed(exampleFacts(PERMITS, 'sandbox'), 'dataRules')).toMatchObject({
      origin: { kind: 'inherited', by: 'domain:default/tts' },
    });
  });
});
