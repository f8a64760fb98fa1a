import type { LockAnswer } from 'backstage-plugin-deploy-windows-common';
import { connect, type Connection } from '../api/connection';
import { targetOf } from '../arguments/asked';
import { CONNECTION, type Values } from '../arguments/options';
import { EXIT } from '../exitCode';
import { Failure, wrongUse } from '../failure';
import { lockLine } from '../words/lockLines';
import type { Command } from './command';

export const unlock: Command = {
  name: 'unlock',
  summary: 'Gives back a lock that was taken or held; --break takes away that of somebody else.',
  options: ['entity', 'environment', 'lock', 'break', 'reason', ...CONNECTION],
  required: [],
  examples: [
    'unlock --entity system:default/noipm --environment production',
    'unlock --entity system:default/noipm --environment production --break --reason "The runner that held it is gone"',
  ],
  async run(values, { world, output }) {
    const { reason } = values;
    if (values.break && reason === undefined)
      throw wrongUse('--break needs --reason TEXT: the holder is told why.');
    if (reason !== undefined && !values.break) throw wrongUse('--reason goes with --break only.');
    const connection = connect(values, world);
    const id = values.lock ?? (await heldLock(connection, values)).id;
    const { value, body } = await connection.call((api, options) =>
      reason === undefined ? api.releaseLock(id, options) : api.breakLock(id, reason, options),
    );
    output.answer(body, [`${reason === undefined ? 'Given back' : 'Broken'}: ${lockLine(value)}`]);
    return EXIT.done;
  },
};

async function heldLock({ call }: Connection, values: Values): Promise<LockAnswer> {
  if (values.entity === undefined)
    throw wrongUse('Say which lock: --entity REF --environment NAME, or --lock ID.');
  const target = targetOf(values);
  const { value: locks } = await call((api, options) => api.locks(target, options));
  const [lock] = values.break ? locks : [...locks].sort((a, b) => Number(b.mine) - Number(a.mine));
  if (lock === undefined)
    throw new Failure(EXIT.blocked, [
      `Nobody holds a lock on ${target.entity}#${target.environment}.`,
    ]);
  if (lock.mine || values.break) return lock;
  throw new Failure(EXIT.blocked, [
    lockLine(lock),
    'It is not yours; --break --reason TEXT takes it away, where you are permitted to.',
  ]);
}
