import { randomUUID } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Attestation, Waiver } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { migrate } from '../../database/migrate';
import { DatabaseRecordStore } from './DatabaseRecordStore';
import type { Act, ActRecord, StoredAttestation, Together } from './RecordStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const NOW = Date.parse('2026-11-24T17:00Z');
const DAY = 86_400_000;
const WEB = 'component:default/web#production';
const ANN = 'user:default/ann';
const BOB = 'user:default/bob';
const alone: Together = { messages: [], also: async () => {} };

function anAttestation(fields: Partial<Attestation> = {}): StoredAttestation {
  const attestation: Attestation = {
    id: randomUUID(),
    subject: WEB,
    checkId: 'load.upstreams-known',
    checkVersion: 2,
    answer: 'met',
    note: 'We talked about it on Monday',
    evidence: 'https://wiki.example.org/load',
    attestedBy: ANN,
    attestedAt: NOW,
    validUntil: NOW + 90 * DAY,
    boundFacts: { stores: [{ id: 'db' }] },
    signatures: [{ by: ANN, at: NOW, outside: false }],
    source: 'person',
    ...fields,
  };
  return { attestation, factsFingerprint: 'f'.repeat(64) };
}

function aWaiver(fields: Partial<Waiver> = {}): Waiver {
  return {
    id: randomUUID(),
    subject: WEB,
    checkId: 'scalability.two-instances',
    checkVersion: 1,
    code: 'planned',
    reason: 'The second machine comes in March',
    link: 'https://wiki.example.org/plan',
    requestedBy: ANN,
    createdAt: NOW,
    expiresAt: NOW + 30 * DAY,
    needsApproval: true,
    ...fields,
  };
}

const anAct = (of: string, act: Act, fields: Partial<ActRecord> = {}): ActRecord => ({
  id: randomUUID(),
  of,
  act,
  by: BOB,
  at: NOW + 1,
  ...fields,
});

describe.each(databases.eachSupportedId())('what people said, kept in %s', id => {
  let knex: Knex;
  let store: DatabaseRecordStore;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex, mockServices.logger.mock());
    store = new DatabaseRecordStore({ knex });
  });
  beforeEach(async () => {
    for (const table of ['readiness_acts', 'attestations', 'waivers', 'outbox'])
      await knex(table).delete();
  });

  it('gives back what was written, newest first, of the places asked for', async () => {
    const older = anAttestation({
      attestedAt: NOW - DAY,
      signatures: [{ by: ANN, at: NOW - DAY, outside: false }],
    });
    const newer = anAttestation({ answer: 'not-applicable', reason: 'out-of-scope' });
    const elsewhere = anAttestation({ subject: 'component:default/web' });
    await store.addAttestations([older, newer, elsewhere], alone);
    expect(await store.attestations([WEB])).toEqual([newer.attestation, older.attestation]);
    expect(await store.attestations([])).toEqual([]);
    expect(await store.attestation(newer.attestation.id)).toEqual(newer);
    expect(await store.attestation('nobody')).toBeUndefined();
    const waiver = aWaiver();
    expect(await store.addWaivers([{ waiver, number: 1 }], alone)).toBe(true);
    expect(await store.waivers([WEB])).toEqual([waiver]);
    expect(await store.waiver(waiver.id)).toEqual(waiver);
  });

  it('reads once, whatever the number of places', async () => {
    await store.addAttestations([anAttestation()], alone);
    const queries: string[] = [];
    const listen = ({ sql }: { readonly sql: string }) => queries.push(sql);
    knex.on('query', listen);
    const places = Array.from({ length: 3_000 }, (_, index) => `component:default/c${index}#p`);
    expect(await store.attestations(places)).toEqual([]);
    expect(await store.attestations([...places, WEB])).toHaveLength(1);
    expect(await store.waivers([WEB])).toEqual([]);
    knex.removeListener('query', listen);
    expect(queries).toHaveLength(3);
  });

  it('what was done with one belongs to it', async () => {
    const { attestation, ...rest } = anAttestation();
    await store.addAttestations([{ attestation, ...rest }], alone);
    await store.addAct(anAct(attestation.id, 'sign', { outside: true }), alone);
    await store.addAct(anAct(attestation.id, 'agree', { at: NOW + 2 }), alone);
    await store.addAct(anAct(attestation.id, 'revoke', { at: NOW + 3, reason: 'Wrong' }), alone);
    expect(await store.attestations([WEB])).toEqual([
      {
        ...attestation,
        signatures: [...attestation.signatures, { by: BOB, at: NOW + 1, outside: true }],
        agreedBy: BOB,
        revokedAt: NOW + 3,
        revokedBy: BOB,
      },
    ]);
    const waiver = aWaiver();
    await store.addWaivers([{ waiver, number: 1 }], alone);
    await store.addAct(anAct(waiver.id, 'approve'), alone);
    expect(await store.waiver(waiver.id)).toEqual({
      ...waiver,
      approvedBy: BOB,
      approvedAt: NOW + 1,
    });
  });

  it.each([
    ['approve', 'approve', false],
    ['approve', 'deny', false],
    ['deny', 'approve', false],
    ['revoke', 'revoke', false],
    ['approve', 'revoke', true],
  ] as const)('%s, then %s: %s', async (first, second, done) => {
    const waiver = aWaiver();
    await store.addWaivers([{ waiver, number: 1 }], alone);
    expect(await store.addAct(anAct(waiver.id, first), alone)).toBe(true);
    const also = jest.fn();
    expect(await store.addAct(anAct(waiver.id, second), { ...alone, also })).toBe(done);
    expect(also).toHaveBeenCalledTimes(done ? 1 : 0);
  });

  it('of two waivers with one number the first is written', async () => {
    expect(await store.addWaivers([{ waiver: aWaiver(), number: 1 }], alone)).toBe(true);
    const both = [
      { waiver: aWaiver({ checkId: 'another' }), number: 1 },
      { waiver: aWaiver(), number: 1 },
    ];
    expect(await store.addWaivers(both, alone)).toBe(false);
    expect(await store.waivers([WEB])).toHaveLength(1);
  });

  it('writes all or nothing, with what it announces', async () => {
    const message = { dedupeKey: 'x', topic: 'deploy-windows.reminder', payload: {} } as const;
    const also = async () => {
      throw new Error('could not be judged');
    };
    await expect(
      store.addAttestations([anAttestation()], { messages: [message], also }),
    ).rejects.toThrow('could not be judged');
    expect(await store.attestations([WEB])).toEqual([]);
    expect(await knex('outbox')).toEqual([]);
  });

  it('what is judged in the transaction sees what it adds', async () => {
    const seen: number[] = [];
    await store.addAttestations([anAttestation()], {
      messages: [],
      also: async trx => void seen.push((await store.attestations([WEB], trx)).length),
    });
    expect(seen).toEqual([1]);
  });

  it('finds what ends in a range', async () => {
    const ends = (validUntil: number) => anAttestation({ validUntil });
    await store.addAttestations([ends(NOW + DAY - 1), ends(NOW + DAY), ends(NOW + 2 * DAY)], alone);
    await store.addWaivers([{ waiver: aWaiver({ expiresAt: NOW + DAY }), number: 1 }], alone);
    const { attestations, waivers } = await store.ending(NOW + DAY, NOW + 2 * DAY);
    expect(attestations.map(({ validUntil }) => validUntil)).toEqual([NOW + DAY]);
    expect(waivers).toHaveLength(1);
  });

  it('finds what the same call made before', async () => {
    await store.addAttestations([anAttestation()], { ...alone, idempotencyKey: 'k1' });
    await store.addWaivers([{ waiver: aWaiver(), number: 1 }], { ...alone, idempotencyKey: 'k1' });
    expect(await store.repeatedAttestations(ANN, 'k1')).toHaveLength(1);
    expect(await store.repeatedAttestations(BOB, 'k1')).toEqual([]);
    expect(await store.repeatedWaiver(ANN, 'k1')).toMatchObject({ code: 'planned' });
    expect(await store.repeatedWaiver(ANN, 'k2')).toBeUndefined();
  });

  it('takes answers over with what was done with them', async () => {
    const carried = anAttestation({ subject: 'component:default/web#prod' });
    const of = carried.attestation.id;
    const acts = [anAct(of, 'sign', { outside: true }), anAct(of, 'carry', { reason: 'Renamed' })];
    expect(await store.carryOver({ attestations: [carried], waivers: [], acts }, alone)).toBe(true);
    const [moved] = await store.attestations(['component:default/web#prod']);
    expect(moved?.signatures).toHaveLength(2);
  });

  it.each`
    table               | change
    ${'attestations'}   | ${{ answer: 'not-met' }}
    ${'waivers'}        | ${{ expires_at: NOW + 60 * DAY }}
    ${'readiness_acts'} | ${{ by: 'user:default/eve' }}
  `('nobody changes a row of $table', async ({ table, change }) => {
    const waiver = aWaiver();
    await store.addAttestations([anAttestation()], alone);
    await store.addWaivers([{ waiver, number: 1 }], alone);
    await store.addAct(anAct(waiver.id, 'approve'), alone);
    await expect(knex(table).update(change)).rejects.toThrow('append-only');
  });

  it.each`
    what                            | fields
    ${'without a reason'}           | ${{ reason: 'too short' }}
    ${'that ends before it begins'} | ${{ expiresAt: NOW }}
    ${'of more than a year'}        | ${{ expiresAt: NOW + 366 * DAY }}
    ${'an emergency of two days'}   | ${{ code: 'emergency', expiresAt: NOW + 2 * DAY }}
    ${'with a link to a file'}      | ${{ link: 'file:///etc/hosts' }}
  `('no waiver $what gets in, whoever writes it', async ({ fields }) => {
    await expect(store.addWaivers([{ waiver: aWaiver(fields), number: 1 }], alone)).rejects.toThrow(
      /constraint/i,
    );
  });
});
