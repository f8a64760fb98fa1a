import { connect } from '../api/connection';
import { targetOf } from '../arguments/asked';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { lockLine } from '../words/lockLines';
import type { Command } from './command';

export const lockHold: Command = {
  name: 'lock hold',
  summary: 'Stops all deploys of a target until it is unlocked, with a reason everybody sees.',
  options: ['entity', 'environment', 'reason', ...CONNECTION],
  required: ['entity', 'environment', 'reason'],
  examples: [
    'lock hold --entity system:default/noipm --environment production --reason "Restoring the database"',
  ],
  async run(values, { world, output }) {
    const { reason = '' } = values;
    const wish = { ...targetOf(values), reason };
    const { value, body } = await connect(values, world).call(
      (api, options) => api.holdLock(wish, options),
      world.newId(),
    );
    output.answer(body, [lockLine(value)]);
    return EXIT.done;
  },
};
