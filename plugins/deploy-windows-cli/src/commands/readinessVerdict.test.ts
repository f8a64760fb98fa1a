import type { VerdictAnswer } from 'backstage-plugin-deploy-windows-common';
import { json, ran, refusal, type Reply } from '../__testUtils__/testWorld';

const none = { met: 0, applicable: 0 };
const aVerdict = (fields: Partial<VerdictAnswer> = {}): VerdictAnswer => ({
  subject: 'component:default/web#production',
  entityRef: 'component:default/web',
  environment: 'production',
  stage: 'production',
  title: 'Web',
  verdict: 'not-ready',
  sentence: 'Not ready for production: 1 must-have open: Data is copied (not known).',
  parts: [],
  open: [{ checkId: 'acme.copies', title: 'Data is copied', status: 'unknown' }],
  waived: [],
  counts: {
    must: { met: 0, applicable: 1 },
    mustByBasis: { bold: none, label: none, required: none, advice: none },
    recommended: none,
    waived: 0,
    unknown: 1,
    expired: 0,
    error: 0,
    notApplicable: 0,
  },
  at: '2026-11-24T17:00:00Z',
  validUntil: '2026-12-01T00:00:00Z',
  factsReadAt: '2026-11-24T16:56:00Z',
  factsAge: 'facts read 4 min ago',
  gate: { mode: 'enforce', words: 'Deploys are held while it is not ready.' },
  ...fields,
});

const ASK = ['readiness', 'verdict', '--entity', 'component:web', '--environment', 'production'];

it.each<[string, Reply, number]>([
  ['ready', () => json(aVerdict({ verdict: 'ready', open: [] })), 0],
  ['ready with waivers', () => json(aVerdict({ verdict: 'ready-with-waivers', open: [] })), 0],
  ['not ready', () => json(aVerdict()), 1],
  ['not assessed', () => json(aVerdict({ verdict: 'not-assessed' })), 1],
  [
    'unknown',
    () => refusal(404, 'NotFoundError', 'There is no such subject.', 'UNKNOWN_SUBJECT'),
    2,
  ],
  ['not permitted', () => refusal(403, 'NotAllowedError', 'Unauthorized'), 2],
  ['broken', () => json({}, 503), 3],
  [
    'unreachable',
    () => {
      throw new TypeError('fetch failed');
    },
    3,
  ],
])('%s', async (_, reply, expected) => {
  expect((await ran(ASK, { reply })).code).toBe(expected);
});

it('says what is open, what the gate makes of it, and until when', async () => {
  const { out, sent } = await ran([...ASK, '--at', '2026-12-01T15:00:00Z'], {
    reply: () => json(aVerdict()),
  });
  expect(sent.map(({ path }) => path)).toEqual([
    '/v1/readiness/verdict?entity=component%3Adefault%2Fweb&environment=production&at=2026-12-01T15%3A00%3A00Z',
  ]);
  expect(out).toEqual([
    'Not ready for production: 1 must-have open: Data is copied (not known).',
    '  Not known: Data is copied (acme.copies)',
    'Deploys are held while it is not ready.',
    'Facts read 4 min ago.',
    'It may change by time alone at 2026-12-01T00:00:00Z.',
  ]);
});

it("prints the server's body unchanged", async () => {
  const { out } = await ran([...ASK, '--json'], { reply: () => json({ ...aVerdict(), more: 1 }) });
  expect(JSON.parse(out[0] ?? '')).toEqual({ ...aVerdict(), more: 1 });
});
