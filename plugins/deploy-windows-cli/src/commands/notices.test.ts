import type { NoticeAnswer, OverrideAnswer } from 'backstage-plugin-deploy-windows-common';
import { json, ran } from '../__testUtils__/testWorld';

const TARGET = ['--entity', 'system:default/noipm', '--environment', 'production'];
const RANGE = { from: '2026-11-25T17:00:00Z', to: '2026-11-25T18:00:00Z' };
const FLAGS = ['--from', RANGE.from, '--to', RANGE.to];

const aNotice = (fields: Partial<NoticeAnswer> = {}): NoticeAnswer => ({
  ...RANGE,
  id: 'notice-1',
  audience: 'system:default/noipm/ipm',
  audienceTitle: 'IPM staff',
  target: 'system:default/noipm#production',
  text: 'We deploy.',
  state: 'queued',
  freesText: 'Wed 25 Nov, 11:00',
  requestedBy: 'external:ci-noipm',
  deliveries: [],
  ...fields,
});

it('notice send tells, and says from when a start is free', async () => {
  const { code, out, sent } = await ran(
    ['notice', 'send', ...TARGET, ...FLAGS, '--audience', 'ipm'],
    { reply: () => json(aNotice(), 201) },
  );
  expect(code).toBe(0);
  expect(sent).toMatchObject([
    {
      path: '/v1/notices',
      body: {
        entity: 'system:default/noipm',
        environment: 'production',
        audience: 'ipm',
        ...RANGE,
      },
    },
  ]);
  expect(sent[0]?.headers['idempotency-key']).toBe('id-1');
  expect(out).toEqual([
    'IPM staff will be told in a moment: system:default/noipm#production, 2026-11-25T17:00:00Z to 2026-11-25T18:00:00Z (notice-1).',
    'Earliest start: Wed 25 Nov, 11:00.',
  ]);
});

it('notice send --dry-run sends nothing', async () => {
  const preview = {
    ...RANGE,
    audience: 'a',
    audienceTitle: 'IPM staff',
    contacts: ['group:default/ipm'],
    lead: 'PT24H',
    text: 'We deploy.\nBriefly away.',
  };
  const { out, sent } = await ran(['notice', 'send', ...TARGET, '--dry-run'], {
    reply: () => json(preview),
  });
  expect(sent).toMatchObject([{ body: { dryRun: true } }]);
  expect(out).toEqual([
    'Nothing was sent. IPM staff (group:default/ipm) would be told 24 hours before: 2026-11-25T17:00:00Z to 2026-11-25T18:00:00Z.',
    'It frees no start: the range is over before the lead is.',
    'We deploy.',
    'Briefly away.',
  ]);
});

it('notice record says how they were told', async () => {
  const { code, out, sent } = await ran(
    [
      'notice',
      'record',
      ...TARGET,
      ...FLAGS,
      '--evidence',
      'Called the office',
      '--told-at',
      '2026-11-24T15:00:00Z',
    ],
    {
      reply: () => json(aNotice({ state: 'recorded' }), 201),
    },
  );
  expect([code, out[0]]).toEqual([0, expect.stringMatching(/^IPM staff were told, as recorded/)]);
  expect(sent).toMatchObject([
    {
      path: '/v1/notices/record',
      body: { evidence: 'Called the office', toldAt: '2026-11-24T15:00:00Z' },
    },
  ]);
});

it('override request names the rules, and says that somebody has to approve it', async () => {
  const answer: OverrideAnswer = {
    id: 'override-1',
    target: 'system:default/noipm#production',
    rules: [{ rule: 'notice:system:default/noipm/ipm', title: 'the notice to IPM staff' }],
    start: '2026-11-24T17:00:00Z',
    end: '2026-11-24T20:00:00Z',
    use: 'single',
    usableBy: ['external:ci-noipm'],
    reason: 'Login is broken',
    requestedBy: 'user:default/ann',
    requestedAt: '2026-11-24T17:00:00Z',
    state: 'waiting',
  };
  const args = [
    'override',
    'request',
    ...TARGET,
    '--rule',
    'notice:system:default/noipm/ipm',
    '--rule',
    'fit:',
    '--until',
    answer.end,
    '--reason',
    'Login is broken',
    '--usable-by',
    'external:ci-noipm',
  ];
  const { code, out, sent } = await ran(args, { reply: () => json(answer, 201) });
  expect(code).toBe(0);
  expect(sent).toMatchObject([
    {
      path: '/v1/overrides',
      body: {
        rules: ['notice:system:default/noipm/ipm', 'fit:'],
        end: answer.end,
        reason: 'Login is broken',
        usableBy: ['external:ci-noipm'],
      },
    },
  ]);
  expect(out).toEqual([
    'Override override-1 for system:default/noipm#production, 2026-11-24T17:00:00Z to 2026-11-24T20:00:00Z: the notice to IPM staff.',
    'A second person has to approve it before it counts.',
  ]);
});
