import { mockServices } from '@backstage/backend-test-utils';
import type { KnownTarget } from '../../policy/TargetDirectory';
import type { GateVerdict } from '../../runtime/ReadinessTable';
import type { LoadedSubject } from '../assessment/Assessments';
import { ReadinessGate } from './ReadinessGate';

const NOW = Date.parse('2026-11-24T17:00Z');
const HOUR = 3_600_000;
const target = {
  key: 'component:default/web#Production',
  entityRef: 'component:default/web',
  environment: 'Production',
} as KnownTarget;
const open = { checkId: 'b', title: 'Backups', status: 'fail', checklists: ['launch'] } as const;
const stored: GateVerdict = { verdict: 'not-ready', open: [open], judgedAt: NOW - HOUR };

interface Asked {
  readonly readAt?: number | 'never';
  readonly at?: number;
  readonly load?: () => Promise<readonly LoadedSubject[]>;
}

function verdictAt(
  row: GateVerdict | undefined,
  { readAt = NOW, at = NOW, load = async () => [] }: Asked = {},
) {
  const gate = new ReadinessGate({
    assessments: { load },
    maxFactsAge: 24 * HOUR,
    patience: () => new Promise(resolve => setImmediate(() => resolve())),
    logger: mockServices.logger.mock(),
  });
  const table = new Map(row && [['component:default/web#production', row]]);
  const epoch = {
    epoch: 1,
    policyVersion: 1,
    readinessVersion: 1,
    ...(readAt !== 'never' && { readinessReadAt: readAt }),
  };
  return gate.verdictAt(target, table, epoch, { now: NOW, at });
}

describe('ReadinessGate', () => {
  it('hands over what is stored, for an environment in any case', async () => {
    expect(await verdictAt(stored)).toEqual({
      subject: target.key,
      verdict: 'not-ready',
      openMust: [{ id: 'b', title: 'Backups', status: 'fail', checklists: ['launch'] }],
      evaluatedAt: NOW,
      validUntil: NOW + 24 * HOUR,
    });
  });

  it.each<[string, Parameters<typeof verdictAt>, object]>([
    ['until time changes it', [{ ...stored, validUntil: NOW + 1 }], { validUntil: NOW + 1 }],
    [
      'until the facts are too old',
      [stored, { readAt: NOW - 23 * HOUR }],
      { validUntil: NOW + HOUR },
    ],
    [
      'no more: the facts are too old',
      [stored, { readAt: NOW - 25 * HOUR }],
      { validUntil: NOW - HOUR },
    ],
    [
      'for a plan, by the facts of today',
      [stored, { at: NOW + 99 * HOUR }],
      { validUntil: NOW + 123 * HOUR },
    ],
  ])('a verdict counts %s', async (_, asked, expected) => {
    expect(await verdictAt(...asked)).toMatchObject(expected);
  });

  const over = { ...stored, validUntil: NOW };
  it.each<[string, Parameters<typeof verdictAt>]>([
    ['what was never judged', [undefined]],
    ['facts that were never read', [stored, { readAt: 'never' }]],
    ['a verdict that is over and cannot be loaded', [over]],
    ['a database that does not answer', [over, { load: () => Promise.reject(new Error('gone')) }]],
    ['an answer that comes too late', [over, { load: () => new Promise(() => {}) }]],
  ])('does not know %s', async (_, asked) => {
    expect(await verdictAt(...asked)).toBeUndefined();
  });
});
