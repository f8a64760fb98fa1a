import type { OrgGraph } from './people/org';
import { rollup, worstVerdict, type RollupCheck, type RollupSubject } from './rollup';

const group = (parent: string | undefined, children: readonly string[] = []) => ({
  title: 'x',
  members: [],
  children,
  ...(parent !== undefined && { parent }),
});
const ORG: OrgGraph = {
  users: { 'user:default/ada': { title: 'Ada', active: true, groups: ['group:default/web'] } },
  groups: {
    'group:default/all': { ...group(undefined, ['group:default/web']), title: 'All' },
    'group:default/web': { ...group('group:default/all', ['group:default/shop']), title: 'Web' },
    'group:default/shop': { ...group('group:default/web'), title: 'Shop' },
    // Two that contain one another.
    'group:default/a': { ...group('group:default/b', ['group:default/b']), title: 'A' },
    'group:default/b': { ...group('group:default/a', ['group:default/a']), title: 'B' },
  },
};
const subject = (key: string, more: Partial<RollupSubject> = {}): RollupSubject => ({
  key,
  stage: 'production',
  verdict: 'ready',
  openMust: 0,
  ...more,
});
const SUBJECTS = [
  subject('a', { ownerRef: 'group:default/web', systemRef: 's', domainRef: 'd' }),
  subject('b', {
    ownerRef: 'group:default/shop',
    verdict: 'not-ready',
    openMust: 3,
    domainRef: 'd',
  }),
  subject('c', { ownerRef: 'group:default/shop', stage: 'staging', verdict: 'not-assessed' }),
  subject('d', { ownerRef: 'user:default/ada' }),
  subject('e'),
  subject('f', { ownerRef: 'group:default/a' }),
];
const check = (subjectKey: string, more: Partial<RollupCheck> = {}): RollupCheck => ({
  subject: subjectKey,
  id: 'backups.snapshots',
  title: 'Copies',
  pack: 'tts@1',
  group: 'backups',
  level: 'must',
  status: 'pass',
  ...more,
});

const summary = (wish: Partial<Parameters<typeof rollup>[2]>) =>
  rollup(SUBJECTS, [], { by: 'owner', org: ORG, ...wish }).groups.map(
    ({ title, direct, transitive, worst, openMust }) => [
      title,
      Object.values(direct).reduce((sum, count) => sum + count, 0),
      Object.values(transitive).reduce((sum, count) => sum + count, 0),
      worst,
      openMust,
    ],
  );

it('by owner: its own and those of sub-groups apart, worst first, nobody’s too', () => {
  expect(summary({})).toEqual([
    ['All', 0, 3, 'not-ready', 3],
    ['Shop', 2, 2, 'not-ready', 3],
    ['Web', 1, 3, 'not-ready', 3],
    ['A', 1, 1, 'ready', 0],
    ['B', 0, 1, 'ready', 0],
    ['No owner', 1, 1, 'ready', 0],
    ['user:default/ada', 1, 1, 'ready', 0],
  ]);
});

it.each<[string, Partial<Parameters<typeof rollup>[2]>, readonly string[]]>([
  ['one group and what is below', { ref: 'group:default/web' }, ['Shop', 'Web']],
  ['one stage', { stage: 'staging' }, ['All', 'Shop', 'Web']],
  ['by system', { by: 'system' }, ['In no system', 's']],
  ['by domain', { by: 'domain' }, ['d', 'In no domain']],
  ['a group that owns nothing', { ref: 'group:default/none' }, []],
])('%s', (_, wish, titles) => {
  expect(summary(wish).map(([title]) => title)).toEqual(titles);
});

it('by domain what is in a system is not its own', () => {
  expect(summary({ by: 'domain', ref: 'd' })).toEqual([['d', 1, 2, 'not-ready', 3]]);
});

it('by check, of the subjects that are counted, the most open first', () => {
  const { checks } = rollup(
    SUBJECTS,
    [
      check('a'),
      check('b', { status: 'fail' }),
      check('c', { status: 'waived' }),
      check('b', { id: 'other', status: 'unknown', level: 'recommended' }),
      check('e', { status: 'fail' }),
    ],
    { by: 'owner', org: ORG, ref: 'group:default/all' },
  );
  expect(checks).toMatchObject([
    { id: 'backups.snapshots', openMust: 1, byStatus: { pass: 1, fail: 1, waived: 1, unknown: 0 } },
    { id: 'other', openMust: 0, byStatus: { unknown: 1 } },
  ]);
});

it.each([
  [['ready', 'not-ready', 'ready'], 'not-ready'],
  [['ready', 'not-assessed'], 'not-assessed'],
  [['ready', 'ready-with-waivers'], 'ready-with-waivers'],
  [[], 'not-assessed'],
] as const)('the worst of %j is %s', (verdicts, worst) => {
  expect(worstVerdict(verdicts)).toBe(worst);
});
