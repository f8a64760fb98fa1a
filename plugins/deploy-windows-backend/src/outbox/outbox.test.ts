import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { MINUTE } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { readEpoch, write } from '../database/write';
import { ChangeSignal } from './ChangeSignal';
import { DatabaseOutboxStore } from './DatabaseOutboxStore';
import { DatabaseTransitionStore } from './DatabaseTransitionStore';
import { deliver, type DeliverDeps } from './deliver';
import { insertMessages } from './insertMessages';
import type { OutboxMessage } from './OutboxMessage';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
const logger = mockServices.logger.mock();
const neverAborted = new AbortController().signal;

const freeze: OutboxMessage = {
  dedupeKey: 'freeze-changed:1:1',
  topic: 'deploy-windows.freeze-changed',
  payload: { window: 'db:1' },
  notify: {
    recipients: ['group:default/web', 'external:ci', 'user:default/ann'],
    title: 'Freeze: Year end',
    severity: 'normal',
    scope: 'deploy-windows:freeze:1',
    except: 'user:default/ann',
  },
};

async function emptyDatabase(id: Parameters<typeof databases.init>[0]): Promise<Knex> {
  const knex = await databases.init(id);
  await migrate(knex, logger);
  return knex;
}

function desk(knex: Knex, overrides: Partial<DeliverDeps> = {}) {
  const sent = { events: [] as unknown[], notifications: [] as unknown[] };
  let ids = 0;
  const deps: DeliverDeps = {
    store: new DatabaseOutboxStore({ knex }),
    events: { publish: async event => void sent.events.push(event) },
    notifications: { send: async notification => void sent.notifications.push(notification) },
    newId: () => `claim-${(ids += 1)}`,
    logger,
    ...overrides,
  };
  return { sent, deps };
}

describe.each(databases.eachSupportedId())('messages on their way out (%s)', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await emptyDatabase(id);
  });
  const later = () => Date.now() + MINUTE;

  it('goes out once, and tells people but not services nor whoever caused it', async () => {
    const { sent, deps } = desk(knex);
    await knex.transaction(trx => insertMessages(trx, [freeze, freeze]));
    await deliver(deps, later(), neverAborted);
    await deliver(deps, later(), neverAborted);
    expect(sent.events).toEqual([
      {
        topic: 'deploy-windows.freeze-changed',
        eventPayload: { version: 1, id: expect.any(String), window: 'db:1' },
      },
    ]);
    expect(sent.notifications).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['group:default/web', 'user:default/ann'],
          excludeEntityRef: 'user:default/ann',
        },
        payload: {
          title: 'Freeze: Year end',
          severity: 'normal',
          topic: 'deploy-windows.freeze-changed',
          scope: 'deploy-windows:freeze:1',
        },
      },
    ]);
  });

  it('is not written when the change is not', async () => {
    const failing = write(knex, async trx => {
      await insertMessages(trx, [freeze]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await new DatabaseOutboxStore({ knex }).due(later(), 10)).toEqual([]);
  });

  it('a notification that fails is tried again later, without the event going out twice', async () => {
    let isDown = true;
    const tried: unknown[] = [];
    const { sent, deps } = desk(knex, {
      notifications: {
        send: async notification => {
          if (isDown) throw new Error('down');
          tried.push(notification);
        },
      },
    });
    await deps.store.add([freeze]);
    const first = later();
    await deliver(deps, first, neverAborted);
    isDown = false;
    await deliver(deps, first + 1_000, neverAborted);
    expect(tried).toHaveLength(0);
    await deliver(deps, first + MINUTE, neverAborted);
    expect([sent.events.length, tried.length]).toEqual([1, 1]);
  });

  it('is given up after many tries, and nothing else waits for it', async () => {
    const { sent, deps } = desk(knex, {
      notifications: { send: async () => Promise.reject(new Error('down')) },
    });
    await deps.store.add([freeze]);
    let at = later();
    for (let attempt = 0; attempt < 13; attempt += 1) {
      await deliver(deps, at, neverAborted);
      at += 61 * MINUTE;
    }
    expect(await deps.store.due(at, 10)).toEqual([]);
    expect(sent.events).toHaveLength(1);
  });

  it('switched off, nobody is notified', async () => {
    const { sent, deps } = desk(knex);
    const { notifications: _, ...silent } = deps;
    await deps.store.add([freeze]);
    await deliver(silent, later(), neverAborted);
    expect([sent.events.length, sent.notifications.length]).toEqual([1, 0]);
  });

  it('two senders at once: one sends', async () => {
    const { sent, deps } = desk(knex);
    await deps.store.add(
      Array.from({ length: 20 }, (_, index) => ({ ...freeze, dedupeKey: `freeze:${index}` })),
    );
    await Promise.all([deliver(deps, later(), neverAborted), deliver(deps, later(), neverAborted)]);
    expect([sent.events.length, sent.notifications.length]).toEqual([20, 20]);
  });

  it('a message of a sender that died is free again after ten minutes', async () => {
    const store = new DatabaseOutboxStore({ knex });
    await store.add([freeze]);
    const at = later();
    const [message] = await store.due(at, 1);
    expect(await store.claim(message?.id ?? '', 'dead', at)).toBe(true);
    expect(await store.due(at + 9 * MINUTE, 1)).toEqual([]);
    expect(await store.due(at + 11 * MINUTE, 1)).toHaveLength(1);
  });

  it('open pages are told of each change, and of nothing else', async () => {
    const published: unknown[] = [];
    const signal = new ChangeSignal({
      signals: { publish: async message => void published.push(message) },
      epoch: () => readEpoch(knex),
      logger,
    });
    await signal.poll();
    await signal.poll();
    expect(published).toEqual([]);
    await write(knex, async () => undefined);
    await signal.poll();
    await signal.poll();
    expect(published).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'deploy-windows',
        message: { action: 'changed', epoch: expect.any(Number) },
      },
    ]);
  });

  it('a transition is announced by whoever writes it first; the last of each target is remembered', async () => {
    const store = new DatabaseTransitionStore({ knex });
    const opened = {
      target: 'component:default/web#production',
      at: 1_000,
      to: 'opened',
      cause: 'open',
    } as const;
    const results = await Promise.all([
      store.announce(opened, freeze),
      store.announce(opened, freeze),
    ]);
    expect(results.filter(Boolean)).toHaveLength(1);
    await store.announce({ ...opened, at: 2_000, to: 'closed' }, undefined);
    await store.announce({ ...opened, at: 3_000, to: 'closing' }, undefined);
    expect([...(await store.lastStates())]).toEqual([[opened.target, 'closed']]);
    await store.forget(10_000);
    expect([...(await store.lastStates())]).toEqual([[opened.target, 'closed']]);
    expect(await new DatabaseOutboxStore({ knex }).due(later(), 10)).toHaveLength(1);
  });

  it('remembers how far it has come', async () => {
    const store = new DatabaseTransitionStore({ knex });
    expect(await store.watermark()).toBeUndefined();
    await store.setWatermark(5);
    await store.setWatermark(7);
    expect(await store.watermark()).toBe(7);
  });
});
