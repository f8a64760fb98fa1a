import { SCHEMA, type InfraDocument } from '../document';
import { problemText } from '../problem';
import { readInfraDocument } from '../readInfraDocument';
import { lintInfra } from './lintInfra';
import type { LintOptions } from './lintContext';

const NOW = Date.UTC(2026, 10, 24, 12);
const verified = { method: 'document', at: '2026-11-01' };
const weekly = { days: ['tue'], from: '09:00', to: '10:00' };

function documentOf(sections: object): InfraDocument {
  const result = readInfraDocument({ schema: SCHEMA, verified, ...sections });
  if (result.outcome !== 'read' || result.problems.length > 0)
    throw new Error(JSON.stringify(result));
  return result.document;
}

/** Problems but for missing sections, which have a test of their own. */
function told(sections: object, options?: LintOptions): string[] {
  return lintInfra(documentOf(sections), NOW, options)
    .filter(({ code }) => code !== 'section-missing')
    .map(problem => `${problem.code} ${problemText(problem)}`);
}

describe('references', () => {
  const addons = [{ id: 'db' }, { id: 'search' }];

  it.each<[string, object, string[]]>([
    ['an add-on that is there', { addons, backups: [{ id: 'daily', of: 'db' }] }, []],
    [
      'an add-on that is not',
      { addons, backups: [{ id: 'daily', of: 'database' }] },
      ['dangling-ref backups[daily].of: no add-on has id "database"; there are db, search'],
    ],
    ['add-ons that may be stated elsewhere', { backups: [{ id: 'daily', of: 'database' }] }, []],
    [
      'a list that is empty',
      { addons: [], backups: [{ id: 'daily', of: 'db' }] },
      ['dangling-ref backups[daily].of: no add-on has id "db"; there are none'],
    ],
    [
      'a credential of an add-on',
      {
        addons: [{ id: 'db', credentials: ['login', 'other'] }],
        credentialLocations: [{ id: 'login' }],
      },
      [
        'dangling-ref addons[db].credentials: no credential location has id "other"; there is login',
      ],
    ],
    [
      'an environment an item is for',
      {
        addons: [{ id: 'db', environments: ['Production', 'prod'] }],
        environments: [{ name: 'production' }],
      },
      [
        'dangling-ref addons[db].environments: no environment is called "prod"; there is production',
      ],
    ],
    [
      'an environment a version comes from',
      { environments: [{ name: 'production', deploy: { from: 'stage' } }] },
      [
        'dangling-ref environments[production].deploy.from: no environment is called "stage"; there is production',
      ],
    ],
    [
      'what a credential is for',
      {
        addons,
        environments: [{ name: 'production' }],
        credentialLocations: [
          {
            id: 'a',
            appliesTo: [
              'db',
              'platform:heroku',
              'environment:production',
              'environment:prod',
              'queue',
            ],
          },
        ],
      },
      [
        'dangling-ref credentialLocations[a].appliesTo: no environment is called "prod"; there is production',
        'dangling-ref credentialLocations[a].appliesTo: no add-on has id "queue"; there are db, search',
      ],
    ],
    [
      'a process that only defaults name',
      {
        defaults: { environments: [{ id: 'all', processes: [{ name: 'web' }] }] },
        requestPath: {
          nodes: [
            { id: 'a', kind: 'web', process: 'web' },
            { id: 'b', kind: 'web', process: 'wbe' },
          ],
          edges: [],
        },
      },
      ['dangling-ref requestPath.nodes[b].process: no process is called "wbe"; there is web'],
    ],
    [
      'an edge into nowhere',
      { requestPath: { nodes: [{ id: 'web', kind: 'web' }], edges: [{ from: 'web', to: 'db' }] } },
      [
        'dangling-ref requestPath.edges[web->db].to: no node of the request path has id "db"; there is web',
      ],
    ],
    [
      'words where words may stand',
      {
        addons,
        observability: {
          monitors: [{ id: 'a', target: 'https://x.example.org' }],
          alerts: [{ id: 'b', runbook: 'ask Ann' }],
        },
      },
      [],
    ],
    [
      'an audience',
      {
        deployPolicy: {
          timeZone: 'UTC',
          audiences: [{ id: 'desk' }],
          windows: [{ id: 'w', kind: 'notice', audience: 'staff', schedule: weekly }],
        },
      },
      ['dangling-ref deployPolicy.windows[w].audience: no audience has id "staff"; there is desk'],
    ],
    [
      'what knowledge is about',
      {
        addons,
        risks: [
          { id: 'a', about: 'addons[db].availability' },
          { id: 'b', about: 'addons[queue]' },
          { id: 'c', about: 'the [database' },
        ],
        questions: [
          { id: 'd', about: 'backups[]' },
          { id: 'e', about: 'domains[site].tls' },
        ],
      },
      [
        'dangling-ref risks[b].about: "addons[queue]" names nothing that is stated here. Write a fact path such as addons[db]',
        'dangling-ref risks[c].about: "the [database" is not a fact path. Write a fact path such as addons[db]',
      ],
    ],
  ])('%s', (_, sections, expected) => {
    expect(told(sections)).toEqual(expected);
  });

  it('looks among what is inherited, where that is known', () => {
    const sections = {
      backups: [
        { id: 'daily', of: 'db' },
        { id: 'weekly', of: 'files' },
      ],
    };
    expect(told(sections, { within: documentOf({ ...sections, addons }) })).toEqual([
      'dangling-ref backups[weekly].of: no add-on has id "files"; there are db, search',
    ]);
  });
});

describe('windows', () => {
  it.each<[string, object, string[]]>([
    [
      'no zone anywhere',
      { windows: [{ id: 'w', kind: 'allow', schedule: weekly }] },
      [
        'window-incomplete deployPolicy.windows[w]: no time zone. Nothing is assumed. Write timeZone here or in deployPolicy, such as America/Chicago',
      ],
    ],
    [
      'the zone of the policy',
      { timeZone: 'UTC', windows: [{ id: 'w', kind: 'allow', schedule: weekly }] },
      [],
    ],
    [
      'its own zone',
      { windows: [{ id: 'w', kind: 'allow', schedule: weekly, timeZone: 'UTC' }] },
      [],
    ],
    [
      'no clock, no zone',
      { windows: [{ id: 'w', kind: 'allow', schedule: { type: 'feed', feed: 'open' } }] },
      [],
    ],
    [
      'a freeze without an end',
      { freezes: [{ id: 'w', schedule: { type: 'always' } }] },
      [
        'freeze-without-end deployPolicy.freezes[w]: a freeze without an end. Write validUntil, or reviewAt: the day it is looked at again',
      ],
    ],
    [
      'a weekly freeze without an end, among windows',
      { timeZone: 'UTC', windows: [{ id: 'w', kind: 'freeze', schedule: weekly }] },
      [
        'freeze-without-end deployPolicy.windows[w]: a freeze without an end. Write validUntil, or reviewAt: the day it is looked at again',
      ],
    ],
    [
      'a freeze that is looked at again',
      { freezes: [{ id: 'w', schedule: { type: 'always' }, reviewAt: '2027-01-01' }] },
      [],
    ],
    [
      'a freeze with a last day',
      {
        timeZone: 'UTC',
        freezes: [{ id: 'w', schedule: { ...weekly, validUntil: '2027-01-01' } }],
      },
      [],
    ],
    [
      'a freeze by a rule that ends',
      {
        timeZone: 'UTC',
        freezes: [
          {
            id: 'w',
            schedule: {
              type: 'rrule',
              rule: 'FREQ=DAILY;COUNT=3',
              firstDate: '2026-12-01',
              from: '00:00',
              to: '24:00',
            },
          },
        ],
      },
      [],
    ],
    ['a refused one', { windows: [{ id: 'w', notNeeded: 'never' }] }, []],
  ])('%s', (_, deployPolicy, expected) => {
    expect(told({ deployPolicy })).toEqual(expected);
  });

  it('a zone nobody knows', () => {
    const deploy = {
      windows: [{ id: 'w', kind: 'allow', schedule: weekly, timeZone: 'Mars/Olympus' }],
    };
    const sections = {
      deployPolicy: { timeZone: 'Europe/Brussels' },
      environments: [{ name: 'ci', deploy }],
    };
    expect(told(sections, { isTimeZone: zone => zone === 'Europe/Brussels' })).toEqual([
      'bad-zone environments[ci].deploy.windows[w].timeZone: "Mars/Olympus" is not an IANA zone. Write one such as America/Chicago',
    ]);
    expect(told(sections)).toEqual([]);
  });

  it('the zone of an inherited policy counts', () => {
    const sections = {
      environments: [
        { name: 'ci', deploy: { windows: [{ id: 'w', kind: 'allow', schedule: weekly }] } },
      ],
    };
    expect(told(sections, { within: documentOf({ deployPolicy: { timeZone: 'UTC' } }) })).toEqual(
      [],
    );
    expect(told(sections)).toHaveLength(1);
  });
});

describe('dates', () => {
  it.each<[string, object, string[]]>([
    [
      'no date',
      { verified: undefined },
      ['no-date verified: no date. Write verified with method and at: the day the source is of'],
    ],
    [
      'on the last day of its cadence',
      { verified: { method: 'document', at: '2026-10-25', cadence: 'P30D' } },
      [],
    ],
    [
      'the day after',
      { verified: { method: 'document', at: '2026-10-24', cadence: 'P30D' } },
      ['past-cadence verified: last known to be true on 2026-10-24, to be looked at every P30D'],
    ],
    [
      'half a year where nothing is said',
      { verified: { method: 'document', at: '2026-05-01' } },
      ['past-cadence verified: last known to be true on 2026-05-01, to be looked at every P180D'],
    ],
    [
      'an item of its own age',
      {
        environments: [
          {
            name: 'ci',
            processes: [{ name: 'web', verified: { method: 'human', at: '2025-01-01' } }],
          },
        ],
      },
      [
        'past-cadence environments[ci].processes[web].verified: last known to be true on 2025-01-01, to be looked at every P180D',
      ],
    ],
    [
      'items as old as their document, once',
      {
        verified: { method: 'document', at: '2026-01-01' },
        addons: [{ id: 'db', verified: { method: 'document', at: '2026-01-01' } }],
      },
      ['past-cadence verified: last known to be true on 2026-01-01, to be looked at every P180D'],
    ],
    [
      'an item newer than its document',
      { addons: [{ id: 'db', verified: { method: 'human', at: '2026-11-20' } }] },
      [
        'item-newer-than-document addons[db].verified: is of 2026-11-20, newer than its document of 2026-11-01. Look whether the rest of the document is still true',
      ],
    ],
    [
      'a runtime past its end',
      {
        runtimes: [
          { id: 'node', endOfLife: '2026-11-23' },
          { id: 'ruby', endOfLife: '2026-11-24' },
        ],
      },
      ['end-of-life runtimes[node].endOfLife: 2026-11-23: reached its end of life'],
    ],
    [
      'a certificate past its end',
      {
        domains: [
          { id: 'site', tls: { expires: '2026-10-01' } },
          { id: 'api', tls: 'none' },
        ],
      },
      ['end-of-life domains[site].tls.expires: 2026-10-01: its certificate expired'],
    ],
    [
      'a risk nobody accepts any more',
      { risks: [{ id: 'a', accepted: { by: 'role:owner', until: '2026-01-01' } }] },
      ['end-of-life risks[a].accepted.until: 2026-01-01: was accepted until then only'],
    ],
  ])('%s', (_, sections, expected) => {
    expect(told(sections)).toEqual(expected);
  });
});

describe('sections', () => {
  it('names those nobody wrote', () => {
    const problems = lintInfra(
      documentOf({
        environments: [],
        backups: { notNeeded: 'a static site' },
        support: 'none',
        observability: { logs: [] },
      }),
      NOW,
    );
    expect(problems.map(problem => problemText(problem))).toEqual([
      'addons: no addons section. Say [] if there are none',
      'credentialLocations: no credentialLocations section. Say [] if there are none',
      'domains: no domains section. Say [] if there are none',
      'requestPath: no requestPath section. Say none if there is none',
      'observability.monitors: no observability.monitors section. Say [] if there are none',
      'observability.alerts: no observability.alerts section. Say [] if there are none',
      'procedures: no procedures section. Say [] if there are none',
    ]);
  });

  it('asks a standard for none', () => {
    expect(lintInfra(documentOf({}), NOW, { kind: 'Domain' })).toEqual([]);
  });

  it('names links that lost their address', () => {
    expect(
      told({
        links: [{ title: 'Concerns' }],
        addons: [
          {
            id: 'db',
            links: [{ title: 'Console', url: 'https://db.example.org' }, { title: 'Wiki' }],
          },
        ],
        compliance: { documents: [{ title: 'Plan' }] },
      }),
    ).toEqual([
      'missing-target links[concerns]: names a page without an address. Write url',
      'missing-target addons[db].links[wiki]: names a page without an address. Write url',
      'missing-target compliance.documents[plan]: names a page without an address. Write url',
    ]);
  });

  it('gives line and entity', () => {
    const [problem] = lintInfra(documentOf({ links: [{ title: 'A' }] }), NOW, {
      entityRef: 'system:default/a',
      kind: 'Domain',
      lineOf: () => 3,
    });
    expect(problem).toMatchObject({
      code: 'missing-target',
      line: 3,
      entityRef: 'system:default/a',
      severity: 'hint',
    });
  });
});
