import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { aPortal, NOW, type Portal, type PortalWish } from '../../__testUtils__/aPortal';
import { aComponent, aDomain, aSystem } from '../../__testUtils__/entities';
import { aGroup, aUser } from '../../__testUtils__/people';

const databases = TestDatabases.create({ ids: ['SQLITE_3'], disableDocker: true });
jest.setTimeout(120_000);

const DAY = 86_400_000;
const KEY = 'component:default/complaints#production';
const PACK = 'tts-good-production-practices@1';
const R = '/v1/readiness';
const at = (key: string, rest = '') => `${R}/subjects/${encodeURIComponent(key)}${rest}`;

const people = [
  aUser('ann', ['noipm-core-team']),
  aUser('bea', ['finance']),
  aGroup('noipm-core-team', ['ann'], 'city-it'),
  aGroup('finance', ['bea'], 'city-it'),
  aUser('chief', ['city-it']),
  aGroup('city-it', ['chief']),
];
const environments = [
  {
    name: 'production',
    stage: 'production',
    processes: [{ name: 'web', role: 'web', instances: 1 }],
  },
  { name: 'staging', stage: 'staging' },
];
const checklists = [
  {
    id: 'launch',
    pack: PACK,
    stages: ['production', 'staging'],
    items: [{ id: 'we-met', level: 'must', statement: 'We met about the launch.' }],
  },
];
const city = aDomain('city', { checklists });
const noipm = aSystem('noipm', { environments }, { domain: 'city' });
const db = { id: 'db', category: 'database', volatile: true };
const complaints = (infra: JsonObject = {}) =>
  aComponent('complaints', { addons: [db], ...infra }, { system: 'noipm' });
const ledger = aComponent(
  'ledger',
  { environments: [{ name: 'production' }] },
  { owner: 'group:default/finance' },
);
const bare = aComponent('bare', undefined, { owner: 'group:default/nobody' });
const world = (own: JsonObject = {}): readonly Entity[] => [
  city,
  noipm,
  complaints(own),
  ledger,
  bare,
  ...people,
];

const KEYS = [
  'component:default/bare#undeclared',
  KEY,
  'component:default/complaints#staging',
  'component:default/ledger#production',
];

describe('what is asked of readiness', () => {
  let portal: Portal;
  const start = async (wish: Partial<PortalWish> = {}) => {
    const knex = await databases.init('SQLITE_3');
    // Systems are judged too; here the lists are about Components, so that each row has one reason to be there.
    const config = { readiness: { subjects: { kind: 'Component' } } };
    portal = await aPortal({ knex, entities: world(), config, ...wish });
    return portal;
  };
  const get = async (path: string, status = 200) => {
    const response = await portal.get(path);
    expect([response.status, response.body.error?.message]).toEqual([
      status,
      status < 400 ? undefined : expect.any(String),
    ]);
    return response.body;
  };
  const queriesOf = async (work: () => Promise<unknown>) => {
    const queries: string[] = [];
    const listen = ({ sql }: { readonly sql: string }) => queries.push(sql);
    portal.knex.on('query', listen);
    await work();
    portal.knex.removeListener('query', listen);
    return queries;
  };

  describe('one subject', () => {
    beforeAll(() => start());

    it('says in one sentence why it is not ready, and what closes each check', async () => {
      const body = await get(at(KEY));
      expect(body).toMatchObject({
        subject: KEY,
        title: 'complaints',
        environment: 'production',
        owner: 'group:default/noipm-core-team',
        system: 'system:default/noipm',
        domain: 'domain:default/city',
        verdict: 'not-ready',
        sentence: expect.stringMatching(/^Not ready for production: \d+ must-haves open: /),
        gate: { mode: 'off' },
        siblings: [
          { subject: KEY, verdict: 'not-ready' },
          { subject: 'component:default/complaints#staging', environment: 'staging' },
        ],
        packs: expect.arrayContaining([expect.objectContaining({ pack: PACK })]),
      });
      const copies = body.checks.find(({ id }: { id: string }) => id === 'backups.snapshots');
      expect(copies).toMatchObject({
        level: 'must',
        status: 'unknown',
        fix: { at: 'backups[]', yaml: expect.stringContaining('retention') },
        approvers: expect.any(String),
      });
      expect(body.checks.map(({ id }: { id: string }) => id)).toContain('we-met');
    });

    it('who declares nothing is not assessed, and is told what to write', async () => {
      expect(await get(at('component:default/bare#undeclared'))).toMatchObject({
        verdict: 'not-assessed',
        empty: 'no-document',
      });
    });

    it('the verdict alone, as a card and a pipeline ask for it', async () => {
      const query = 'entity=Component:default/Complaints&environment=Production';
      const now = await get(`${R}/verdict?${query}`);
      expect(now).toMatchObject({ subject: KEY, verdict: 'not-ready', at: '2026-11-24T17:00:00Z' });
      const later = await get(`${R}/verdict?${query}&at=2027-01-01T09:00:00Z`);
      expect(later.at).toBe('2027-01-01T09:00:00Z');
      await get(`${R}/verdict?${query}&at=tomorrow`, 400);
    });

    it.each`
      path                                              | status | code
      ${at('component:default/nothing#production')}     | ${404} | ${'UNKNOWN_SUBJECT'}
      ${at('component:default/complaints#moon')}        | ${404} | ${'UNKNOWN_SUBJECT'}
      ${`${R}/verdict?entity=nothing&environment=prod`} | ${400} | ${undefined}
      ${`${R}/packs/nothing@1`}                         | ${404} | ${'UNKNOWN_PACK'}
      ${`${R}/checks/nothing/subjects`}                 | ${404} | ${'UNKNOWN_CHECK'}
      ${`${R}/subjects?cursor=-1`}                      | ${400} | ${undefined}
      ${`${R}/subjects?limit=9999`}                     | ${400} | ${undefined}
    `('$path: $status', async ({ path, status, code }) => {
      const { error } = await get(path, status);
      expect(code ?? error.code).toBe(error.code);
    });

    it('names the environments there are', async () => {
      const { error } = await get(at('component:default/complaints#moon'), 404);
      expect(error.message).toContain('complaints#staging');
    });

    it('compares two environments', async () => {
      const other = encodeURIComponent('component:default/complaints#staging');
      const { a, b, rows } = await get(at(KEY, `/compare?with=${other}`));
      expect([a.environment, b.environment]).toEqual(['production', 'staging']);
      for (const { a: here, b: there } of rows) expect(here).not.toBe(there);
    });
  });

  describe('lists', () => {
    beforeAll(() => start());
    const keys = async (query: string) =>
      (await get(`${R}/subjects${query}`)).rows.map(({ subject }: { subject: string }) => subject);

    it('worst first, with what can be filtered by', async () => {
      const body = await get(`${R}/subjects`);
      expect(body.total).toBe(4);
      expect(body.rows[0].verdict).toBe('not-ready');
      const { byVerdict, facets } = body;
      expect(Object.values(byVerdict).reduce((sum: number, n) => sum + Number(n), 0)).toBe(4);
      expect(facets).toMatchObject({
        owners: ['group:default/finance', 'group:default/nobody', 'group:default/noipm-core-team'],
        systems: ['system:default/noipm'],
        stages: ['production', 'staging'],
      });
    });

    it('what is not assessed says for want of what', async () => {
      const { rows } = await get(`${R}/subjects?verdict=not-assessed`);
      for (const { subject, sentence } of rows)
        expect(sentence).toBe((await get(at(subject))).sentence);
    });

    it.each`
      query                                              | found
      ${'?owner=group:default/noipm-core-team'}          | ${[KEYS[1], KEYS[2]]}
      ${'?owner=Group:default/City-IT&stage=production'} | ${[KEYS[1], KEYS[3]]}
      ${'?system=system:default/noipm&stage=staging'}    | ${[KEYS[2]]}
      ${'?domain=domain:default/city&text=complaints'}   | ${[KEYS[1], KEYS[2]]}
      ${'?environment=staging'}                          | ${[KEYS[2]]}
      ${'?text=led%20ger'}                               | ${[KEYS[3]]}
      ${'?verdict=ready'}                                | ${[]}
      ${'?check=backups.snapshots&status=unknown'}       | ${[KEYS[1], KEYS[2]]}
      ${'?check=backups.snapshots&status=pass'}          | ${[]}
      ${'?owner='}                                       | ${[]}
      ${'?system='}                                      | ${[]}
      ${'?domain='}                                      | ${[]}
      ${'?stage='}                                       | ${[]}
      ${'?environment='}                                 | ${[]}
      ${'?verdict='}                                     | ${[]}
      ${'?check='}                                       | ${[]}
      ${'?status='}                                      | ${[]}
      ${'?text='}                                        | ${[]}
      ${'?evidence='}                                    | ${[]}
    `('$query', async ({ query, found }) => {
      expect([...(await keys(query))].sort()).toEqual(found);
    });

    it('page by page, each once', async () => {
      const first = await get(`${R}/subjects?limit=3`);
      const second = await get(`${R}/subjects?limit=3&cursor=${first.nextCursor}`);
      expect(second.nextCursor).toBeUndefined();
      const all = [...first.rows, ...second.rows].map(({ subject }) => subject);
      expect(all.sort()).toEqual(KEYS);
    });

    it('many verdicts at once, in the order asked; what is not there is said', async () => {
      const targets = [
        { entity: 'component:default/ledger' },
        { entity: 'component:default/complaints', environment: 'staging' },
        { entity: 'component:default/gone', environment: 'production' },
        { entity: 'component:default/complaints' },
      ];
      const { body } = await portal.post(`${R}/verdicts`, { targets });
      expect(body.results).toMatchObject([
        { verdict: { subject: KEYS[3] } },
        { verdict: { subject: KEYS[2] } },
        { error: { code: 'UNKNOWN_SUBJECT' } },
        { verdict: { subject: KEY } },
      ]);
      const later = await portal.post(`${R}/verdicts`, { targets, at: '2027-01-01T09:00:00Z' });
      expect(later.body.results[0].verdict.at).toBe('2027-01-01T09:00:00Z');
    });

    it('none asked, none answered; more than a thousand are refused', async () => {
      expect((await portal.post(`${R}/verdicts`, { targets: [] })).body).toEqual({ results: [] });
      const targets = Array.from({ length: 1_001 }, () => ({ entity: 'component:default/x' }));
      expect((await portal.post(`${R}/verdicts`, { targets })).status).toBe(400);
    });

    it('who fails a check', async () => {
      const body = await get(`${R}/checks/backups.snapshots/subjects?limit=1`);
      expect(body).toMatchObject({
        check: { id: 'backups.snapshots', pack: PACK },
        rows: [{ subject: KEY, level: 'must', status: 'unknown', because: expect.any(String) }],
        byStatus: { unknown: 2, pass: 0 },
        nextCursor: '1',
      });
      const own = await get(`${R}/checks/we-met/subjects`);
      expect(own.check.title).toBe('We met about the launch.');
    });

    it('a group is no service, and is asked about its own list', async () => {
      const reviewed = await get(`${R}/checks/x.ownership-reviewed/subjects`);
      expect(reviewed.rows.map(({ subject }: { subject: string }) => subject)).toEqual([
        'group:default/finance',
        'group:default/noipm-core-team',
      ]);
      expect(await get(at('group:default/finance'))).toMatchObject({ title: 'finance' });
      const path = at('group:default/noipm-core-team', '/attestations');
      const answers = [{ checkId: 'x.ownership-reviewed', answer: 'met' }];
      // By whoever leads it: the members of the group above.
      expect((await portal.post(path, { answers })).body.error?.code).toBe('MAY_NOT_SIGN');
      const chief = await portal.post(path, { answers }, 'user:default/chief');
      expect([chief.status, chief.body.items?.[0]?.state]).toEqual([201, 'valid']);
      const { items } = await get(`${R}/attestations?by=user:default/chief`);
      expect(items).toMatchObject([{ subject: 'group:default/noipm-core-team', state: 'valid' }]);
    });

    it('by owner, direct and through sub-groups; checks by status', async () => {
      const { groups, checks } = await get(`${R}/rollup?by=owner&stage=production`);
      const total = (counts: Record<string, number>) =>
        Object.values(counts).reduce((sum, n) => sum + n, 0);
      const shown = groups.map(({ ref, direct, transitive }: any) => [
        ref,
        total(direct),
        total(transitive),
      ]);
      expect(shown).toEqual(
        expect.arrayContaining([
          ['group:default/city-it', 0, 2],
          ['group:default/finance', 1, 1],
          ['group:default/noipm-core-team', 1, 1],
        ]),
      );
      expect(checks).toContainEqual(
        expect.objectContaining({ id: 'backups.snapshots', openMust: 1 }),
      );
    });

    it('day by day', async () => {
      const daily = portal.rooms.tasks.find(({ id }) => id === 'readiness-daily');
      await daily?.run(NOW, new AbortController().signal);
      const { days } = await get(`${R}/trend?ref=domain:default/city&days=7`);
      expect(days).toMatchObject([{ day: '2026-11-24', byVerdict: { ready: 0 } }]);
      expect((await get(`${R}/trend?ref=domain:default/nowhere`)).days).toEqual([]);
    });

    it('packs, in words', async () => {
      const { packs, refused } = await get(`${R}/packs`);
      expect(refused).toEqual([]);
      expect(packs).toContainEqual(
        expect.objectContaining({ pack: PACK, from: 'shipped', checks: 93 }),
      );
      const { checks } = await get(`${R}/packs/tts-good-production-practices`);
      expect(checks[0]).toMatchObject({ title: expect.any(String), why: expect.any(String) });
    });

    it('whether ownership is true', async () => {
      const { coverage, findings } = await get(`${R}/ownership`);
      expect(coverage.all).toBe(5);
      expect(findings).toContainEqual(
        expect.objectContaining({ code: 'unknown-owner', entityRef: 'component:default/bare' }),
      );
      const own = await get(`${R}/ownership?group=group:default/finance`);
      expect(own.coverage.all).toBe(1);
    });

    it('what breaks when somebody leaves', async () => {
      const { user, rows } = await get(
        `${R}/people/${encodeURIComponent('user:default/ann')}/impact`,
      );
      expect(user).toBe('user:default/ann');
      expect(rows).toContainEqual(
        expect.objectContaining({
          subject: KEY,
          checkId: 'x.owner-valid',
          before: 'pass',
          after: 'fail',
        }),
      );
      expect(rows.filter(({ subject }: any) => subject === KEYS[3])).toEqual([]);
      await get(`${R}/people/${encodeURIComponent('user:default/zoe')}/impact`, 404);
    });

    it.each(['newcomer', 'engineer', 'on-call', 'manager'])(
      'how a %s gets started: what is missing is an open check',
      async role => {
        const body = await get(`${R}/onboarding?entity=component:default/complaints&role=${role}`);
        expect(body).toMatchObject({ entityRef: 'component:default/complaints', role });
        expect(body.gaps).toBeGreaterThan(0);
        const lines = body.sections.flatMap(({ lines: own }: any) => own);
        expect(lines.some(({ openCheck }: any) => openCheck !== undefined)).toBe(true);
      },
    );

    it.each`
      kind      | type                  | holds
      ${'csv'}  | ${'text/csv'}         | ${'Subject,Title'}
      ${'json'} | ${'application/json'} | ${'"subjects"'}
      ${'md'}   | ${'text/markdown'}    | ${'## complaints, production'}
    `('as a file: $kind', async ({ kind, type, holds }) => {
      const response = await portal.get(`${R}/export.${kind}?stage=production`).buffer();
      expect([response.status, response.type]).toEqual([200, type]);
      expect(response.text).toContain(holds);
      expect(response.text).not.toContain('complaints#staging,');
      expect(portal.auditEvents.at(-1)).toMatchObject({
        eventId: 'readiness-export',
        meta: { kind, stage: 'production', subjects: 3 },
      });
    });
  });

  describe('what the caller may not see', () => {
    beforeAll(() => start({ hidden: ['component:default/complaints', 'user:default/ann'] }));

    it('is in no list and no count', async () => {
      expect(await get(`${R}/subjects`)).toMatchObject({ total: 2 });
      const { groups, checks } = await get(`${R}/rollup`);
      expect(JSON.stringify(groups)).not.toContain('noipm-core-team');
      expect(JSON.stringify(checks)).not.toContain('backups.snapshots');
      await get(`${R}/checks/backups.snapshots/subjects`, 200).then(({ rows, byStatus }) =>
        expect([rows, byStatus.unknown]).toEqual([[], 0]),
      );
      const targets = [{ entity: 'component:default/complaints', environment: 'production' }];
      expect((await portal.post(`${R}/verdicts`, { targets })).body.results).toMatchObject([
        { error: { code: 'UNKNOWN_SUBJECT' } },
      ]);
      const { findings } = await get(`${R}/ownership`);
      expect(JSON.stringify(findings)).not.toContain('component:default/complaints');
      expect((await portal.get(`${R}/export.csv`).buffer()).text).not.toContain('complaints');
    });

    it('is not there', async () => {
      for (const path of [at(KEY), at(KEY, '/history')])
        expect((await get(path, 404)).error.name).toBe('NotFoundError');
      await get(`${R}/onboarding?entity=component:default/complaints`, 404);
      // A person, too.
      const user = encodeURIComponent('user:default/bea');
      await get(`${R}/people/${user}/impact`);
    });

    it('a trend that counts it is refused, not made smaller', async () => {
      const { error } = await get(`${R}/trend`, 403);
      expect(error.message).toContain('you may read 2 of them');
      await get(`${R}/trend?ref=group:default/finance`);
    });
  });

  it('without the permission nothing is read', async () => {
    await start({
      policy: name =>
        name.startsWith('deploy-windows.readiness') ? { result: AuthorizeResult.DENY } : undefined,
    });
    expect(await get(`${R}/subjects`)).toMatchObject({ total: 0, rows: [] });
    await get(at(KEY), 403);
    await get(`${R}/export.csv`, 403);
    // A pipeline has rights of its own.
    const { status } = await portal.get(at(KEY), 'external:ci');
    expect(status).toBe(200);
  });

  it('as many questions for thirty services as for three', async () => {
    const components = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        aComponent(`c${index}`, { addons: [db] }, { system: 'noipm' }),
      );
    const counted = async (count: number): Promise<readonly number[]> => {
      await start({ entities: [city, noipm, ...components(count), ...people] });
      const targets = components(count).map(({ metadata }) => ({
        entity: `component:default/${metadata.name}`,
      }));
      const asked = portal.permissionCalls.length;
      const found: number[] = [];
      for (const work of [
        () => get(`${R}/subjects`),
        () => get(`${R}/subjects?check=backups.snapshots&status=unknown`),
        () => portal.post(`${R}/verdicts`, { targets }),
        () => get(`${R}/rollup`),
        () => get(`${R}/checks/backups.snapshots/subjects`),
      ])
        found.push((await queriesOf(work)).length);
      return [...found, portal.permissionCalls.length - asked];
    };
    const counts = [await counted(3), await counted(30)];
    expect(counts[1]).toEqual(counts[0]);
    // The first page: subjects, the people, verdicts, when facts were read, which directory.
    expect(counts[0]?.[0]).toBeLessThanOrEqual(5);
    expect(counts[0]?.[2]).toBeLessThanOrEqual(5);
  });

  describe('a team on its way', () => {
    beforeAll(() => start({ entities: world() }));
    const checkAt = async (id: string) =>
      (await get(at(KEY))).checks.find((check: { id: string }) => check.id === id);

    it('fixes a line in its file and sees the check close', async () => {
      expect((await checkAt('backups.snapshots')).status).toBe('unknown');
      const backups = [
        { id: 'daily', of: 'db', method: 'snapshot', frequency: 'P1D', retention: 'P28D' },
      ];
      portal.put(world({ backups }));
      const { body, status } = await portal.post(at(KEY, '/refresh'));
      expect(status).toBe(200);
      expect(body.changes).toContainEqual(
        expect.objectContaining({ checkId: 'backups.snapshots', from: 'unknown', to: 'pass' }),
      );
      expect((await checkAt('backups.snapshots')).status).toBe('pass');
    });

    it('confirms another, and history says who', async () => {
      const answers = [{ checkId: 'we-met', answer: 'met' }];
      const sent = await portal.post(at(KEY, '/attestations'), {
        answers,
        note: 'On Monday, all of us.',
      });
      expect([sent.status, sent.body.error?.message]).toEqual([201, undefined]);
      expect((await checkAt('we-met')).status).toBe('pass');
      const { items } = await get(at(KEY, '/history?check=we-met'));
      expect(items).toMatchObject([
        {
          checkId: 'we-met',
          title: 'We met about the launch.',
          to: 'pass',
          cause: 'attestation',
          actor: 'user:default/ann',
          text: expect.stringContaining('now Met: '),
        },
      ]);
    });

    it('asks for a waiver; once it is approved the list shows it', async () => {
      const wish = {
        checkId: 'scalability.two-instances',
        code: 'planned',
        reason: 'The second machine comes in March',
      };
      const asked = await portal.post(at(KEY, '/waivers'), wish);
      expect([asked.status, asked.body.error?.message]).toEqual([201, undefined]);
      expect(asked.body.state).toBe('waiting');
      const approved = await portal.post(
        `${R}/waivers/${asked.body.id}/approve`,
        {},
        'user:default/bea',
      );
      expect([approved.status, approved.body.state]).toEqual([200, 'active']);
      expect((await checkAt(wish.checkId)).status).toBe('waived');
      const { items } = await get(`${R}/waivers?subject=${encodeURIComponent(KEY)}`);
      expect(items).toMatchObject([
        { checkId: wish.checkId, target: { title: 'complaints', environment: 'production' } },
      ]);
    });

    it('the list and the page say the same, at any time', async () => {
      for (const days of [0, 10, 200, 400]) {
        portal.turnTo(NOW + days * DAY);
        const { rows } = await get(`${R}/subjects?text=complaints&stage=production`);
        const page = await get(at(KEY));
        expect(rows[0]).toMatchObject({
          verdict: page.verdict,
          factsAge: page.factsAge,
          counts: page.counts,
          open: page.open,
          waived: page.waived,
        });
      }
      portal.turnTo(NOW);
    });
  });
});
