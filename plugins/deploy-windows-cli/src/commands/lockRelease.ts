import { connect } from '../api/connection';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { fencingToken, readPermit } from '../permits/permitFile';
import type { Command } from './command';

export const lockRelease: Command = {
  name: 'lock release',
  summary: 'Gives back the permit and its lock. record finish does it as well.',
  options: ['permit', ...CONNECTION],
  required: ['permit'],
  examples: ['lock release --permit permit.json'],
  async run({ permit: path = '', ...values }, { world, output }) {
    const file = readPermit(path, world.files);
    const token = fencingToken(file);
    const { value, body } = await connect(values, world).call((api, options) =>
      api.releasePermit(file.permit.id, token, options),
    );
    output.answer(body, [
      `Given back: permit ${value.id} and its lock on ${file.permit.lock?.key ?? value.target}.`,
    ]);
    return EXIT.done;
  },
};
