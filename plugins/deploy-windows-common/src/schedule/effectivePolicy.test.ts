import { readInfraDocument, SCHEMA } from 'backstage-plugin-infra-overview-common';
import { HOUR, MINUTE } from '../time';
import { aTarget } from '../testUtils/builders';
import { defaultPolicy } from './defaultPolicy';
import { effectivePolicy } from './effectivePolicy';
import type { PolicyLink } from './policySource';

const tuesdays = { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' };

/** A document as the catalog has it, read by the reader everybody uses. */
function link(level: PolicyLink['level'], entityRef: string, fields: object): PolicyLink {
  const kind = { domain: 'Domain', system: 'System', component: 'Component' }[level];
  const result = readInfraDocument({ schema: SCHEMA, ...fields }, { kind });
  if (result.outcome !== 'read') throw new Error(`was ${result.outcome}`);
  return { entityRef, level, document: result.document };
}

const domain = (deployPolicy: object) => link('domain', 'domain:default/city', { deployPolicy });
const system = (deployPolicy: object, deploy?: object) =>
  link('system', 'system:default/noipm', {
    deployPolicy,
    ...(deploy && { environments: [{ name: 'production', deploy }] }),
  });
const component = (deploy: object | string) =>
  link('component', 'component:default/web', {
    environments: [
      { name: 'production', deploy },
      { name: 'staging', deploy: { openByDefault: true } },
    ],
  });

function policyOf(...chain: readonly PolicyLink[]) {
  return effectivePolicy({
    target: aTarget(),
    chain,
    stored: [],
    defaults: defaultPolicy('production'),
  });
}

describe('effectivePolicy', () => {
  it('keeps every window with its level, outermost first, the same id twice', () => {
    const windows = [{ id: 'w', kind: 'allow', schedule: tuesdays, timeZone: 'UTC' }];
    const policy = policyOf(
      domain({ windows }),
      system({ windows }, { windows }),
      component({ windows }),
    );
    expect(policy.windows.map(({ key }) => key)).toEqual([
      'domain:default/city/w',
      'system:default/noipm/w',
      'system:default/noipm#production/w',
      'component:default/web#production/w',
    ]);
    expect(policy.levels.map(({ key, rank }) => `${rank} ${key}`)).toEqual([
      'domain domain:default/city',
      'system system:default/noipm',
      'system-environment system:default/noipm#production',
      'component-environment component:default/web#production',
    ]);
  });

  it('a window and a freeze with one id are two rules', () => {
    const entry = { id: 'w', kind: 'allow', schedule: tuesdays, timeZone: 'UTC' };
    const freeze = { id: 'w', schedule: tuesdays, timeZone: 'UTC' };
    const policy = policyOf(domain({ windows: [entry], freezes: [freeze] }));
    expect(policy.windows.map(({ key, kind }) => `${kind} ${key}`)).toEqual([
      'allow domain:default/city/w',
      'freeze domain:default/city/w~',
    ]);
  });

  it.each<[string, readonly PolicyLink[], object]>([
    [
      'closed if any level says so',
      [domain({ openByDefault: false }), component({ openByDefault: true })],
      { openByDefault: { open: false, level: 'domain:default/city' } },
    ],
    [
      'open if one says so and none disagrees',
      [component({ openByDefault: true })],
      { openByDefault: { open: true, level: 'component:default/web#production' } },
    ],
    [
      'else the configuration',
      [component({})],
      { openByDefault: { open: true, level: 'configuration' } },
    ],
    [
      'the strictest fit',
      [domain({ mustFit: 'enforce' }), component({ mustFit: 'off' })],
      { mustFit: 'enforce' },
    ],
    ['report is not for fit', [component({ mustFit: 'report' })], { mustFit: 'warn' }],
    [
      'the smallest limits',
      [
        domain({ limits: { maxPerOpening: 3, minGap: 'PT10M' } }),
        component({ limits: { maxPerOpening: 5, minGap: 'PT1H' } }),
      ],
      { limits: { maxPerOpening: 3, minGap: HOUR } },
    ],
    [
      'block if any level says so',
      [domain({ onUnavailable: 'block' }), component({ onUnavailable: 'allow' })],
      { onUnavailable: 'block' },
    ],
    [
      'the nearest duration',
      [system({}, { expectedDuration: 'PT1H' }), component({ expectedDuration: 'PT20M' })],
      { expectedDuration: 20 * MINUTE },
    ],
    [
      'the nearest zone',
      [domain({ timeZone: 'UTC' }), system({ timeZone: 'America/Chicago' }), component({})],
      { timeZone: 'America/Chicago' },
    ],
    [
      'a lock of the environment, unless another is named',
      [system({}), component({})],
      { lock: { key: 'component:default/web#production', policy: 'reject' } },
    ],
    [
      'a lock of the system',
      [system({}, { lock: { key: 'system', policy: 'sequential', ttl: 'PT1H' } }), component({})],
      { lock: { key: 'system:default/noipm#production', policy: 'sequential', ttl: HOUR } },
    ],
    [
      'a lock by name',
      [component({ lock: { key: 'shared-database' } })],
      { lock: { key: 'shared-database' } },
    ],
    [
      'a second person where one level wants one; the shortest time; the outermost names',
      [
        domain({ override: { by: ['group:default/release'], maxDuration: 'PT2H' } }),
        system({ override: { by: ['group:default/all'], twoPerson: true } }),
      ],
      { override: { by: ['group:default/release'], twoPerson: true, maxDuration: 2 * HOUR } },
    ],
    [
      'the nearest on-call group',
      [
        domain({ emergency: { by: ['group:default/city'], noticeWithin: 'PT30M' } }),
        system({ emergency: { by: ['group:default/noipm'] } }),
      ],
      { emergency: { by: ['group:default/noipm'], noticeWithin: 30 * MINUTE } },
    ],
    [
      'readiness of all levels, with its start',
      [
        domain({ readiness: { mode: 'enforce', from: '2027-01-01' } }),
        component({ readiness: 'warn' }),
      ],
      {
        readiness: [
          { mode: 'enforce', level: 'domain:default/city', from: Date.parse('2027-01-01') },
          { mode: 'warn', level: 'component:default/web#production' },
        ],
      },
    ],
    [
      'a policy for other stages says nothing here',
      [domain({ openByDefault: false, stages: ['staging'] })],
      { openByDefault: { open: true, level: 'configuration' } },
    ],
    [
      'never deployed to: nothing is said',
      [component('none')],
      { windows: [], openByDefault: { open: true, level: 'configuration' } },
    ],
  ])('%s', (_, chain, expected) => expect(policyOf(...chain)).toMatchObject(expected));
});

describe('readinessWarnAhead', () => {
  it.each([
    ['enforce', ['enforce', 'warn']],
    ['warn', ['warn']],
  ])('%s from a day on', (mode, modes) => {
    const { readiness } = effectivePolicy({
      target: aTarget(),
      chain: [domain({ readiness: { mode, from: '2027-01-15', checklists: ['launch'] } })],
      stored: [],
      defaults: { ...defaultPolicy('production'), readinessWarnAhead: 14 * 24 * HOUR },
    });
    expect(readiness.map(demand => demand.mode)).toEqual(modes);
    const starts = [Date.parse('2027-01-15'), Date.parse('2027-01-01')];
    expect(readiness.map(({ from }) => from)).toEqual(starts.slice(0, modes.length));
    for (const { checklists } of readiness) expect(checklists).toEqual(['launch']);
  });
});

describe('the zone and audience of a window', () => {
  const window = (policy: ReturnType<typeof policyOf>) => policy.windows.at(-1);
  const ownWindows = { windows: [{ id: 'w', kind: 'allow', schedule: tuesdays }] };
  const audiences = [{ id: 'ipm', title: 'IPM staff', lead: '2bd' }];
  const notice = {
    windows: [{ id: 'n', kind: 'notice', audience: 'ipm', schedule: tuesdays, timeZone: 'UTC' }],
  };

  it.each<[string, readonly PolicyLink[], string | undefined]>([
    [
      'of its own document',
      [domain({ timeZone: 'UTC' }), system({ timeZone: 'America/Chicago', ...ownWindows })],
      'America/Chicago',
    ],
    [
      'of the nearest document above',
      [domain({ timeZone: 'UTC' }), system({}), component(ownWindows)],
      'UTC',
    ],
    ['none: nothing is guessed', [component(ownWindows)], undefined],
  ])('%s', (_, chain, expected) => expect(window(policyOf(...chain))?.timeZone).toBe(expected));

  it('a zone that was lost is not replaced by one further up', () => {
    const policy = policyOf(
      domain({ timeZone: 'UTC' }),
      system({ timeZone: 'CST' }),
      component(ownWindows),
    );
    expect(window(policy)).toMatchObject({ unreadable: { code: 'UNREADABLE' } });
  });

  it('an audience is that of the document, with its lead and zone', () => {
    const policy = policyOf(system({ timeZone: 'America/Chicago', audiences }, notice));
    expect(window(policy)).toMatchObject({ audience: 'system:default/noipm/ipm' });
    expect(policy.audiences).toMatchObject([
      { key: 'system:default/noipm/ipm', lead: '2bd', timeZone: 'America/Chicago' },
    ]);
  });

  it.each<[string, object]>([
    [
      'that nobody described',
      { id: 'n', kind: 'notice', audience: 'others', schedule: tuesdays, timeZone: 'UTC' },
    ],
    ['that is not named', { id: 'n', kind: 'notice', schedule: tuesdays, timeZone: 'UTC' }],
  ])('an audience %s cannot be told', (_, own) => {
    const policy = policyOf(system({ audiences }, { windows: [own] }));
    expect(window(policy)).toMatchObject({ unreadable: { code: 'AUDIENCE_MISSING' } });
  });
});

describe('what could not be read', () => {
  it.each<[string, object, object]>([
    [
      'a window without a kind holds',
      { windows: [{ id: 'w', schedule: tuesdays, timeZone: 'UTC' }] },
      { kind: 'freeze', unreadable: { code: 'UNREADABLE' } },
    ],
    [
      'a freeze without an end stays',
      { freezes: [{ id: 'w', schedule: { days: ['tue'], from: '09:00' }, timeZone: 'UTC' }] },
      { kind: 'freeze', unreadable: { code: 'UNREADABLE' } },
    ],
    [
      'a zone that is an abbreviation',
      { freezes: [{ id: 'w', schedule: tuesdays, timeZone: 'EST' }] },
      { kind: 'freeze', unreadable: { code: 'UNREADABLE' } },
    ],
    [
      'a list that is none',
      { freezes: 'in December' },
      { kind: 'freeze', unreadable: { code: 'UNREADABLE' } },
    ],
  ])('%s', (_, own, expected) =>
    expect(policyOf(component(own)).windows).toMatchObject([expected]),
  );

  it('a refusal takes no window of a higher level away', () => {
    const freezes = [{ id: 'w', schedule: tuesdays, timeZone: 'UTC' }];
    const policy = policyOf(
      domain({ freezes }),
      component({ freezes: [{ id: 'w', notNeeded: 'we are special' }] }),
    );
    expect(policy.windows.map(({ key }) => key)).toEqual(['domain:default/city/w']);
  });

  it.each<[string, object, readonly string[]]>([
    ['limits', { limits: { maxPerOpening: 'two' } }, ['limits']],
    ['a lock', { lock: { key: ['a'] } }, ['lock']],
    ['a mode, which arrives as its strictest', { mustFit: 'yes' }, []],
  ])('%s', (_, own, fields) =>
    expect(policyOf(component(own)).problems.map(({ field }) => field)).toEqual(fields),
  );

  it('a policy that is none at all', () => {
    const policy = policyOf(system('ask Ann' as unknown as object));
    expect(policy).toMatchObject({
      openByDefault: { open: false },
      mustFit: 'enforce',
      problems: [{ field: 'deployPolicy' }],
    });
  });
});
