import { connect } from '../api/connection';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { fencingToken, readPermit, writePermit } from '../permits/permitFile';
import { permitLines } from '../words/permitLines';
import type { Command } from './command';

export const lockRenew: Command = {
  name: 'lock renew',
  summary: 'Keeps the lock of a permit for longer: a heartbeat for long deploys.',
  options: ['permit', 'ttl', ...CONNECTION],
  required: ['permit'],
  examples: ['lock renew --permit permit.json --ttl PT30M'],
  async run({ permit: path = '', ttl, ...values }, { world, output }) {
    const file = readPermit(path, world.files);
    const renewal = { token: fencingToken(file), ...(ttl !== undefined && { ttl }) };
    const { value, body } = await connect(values, world).call((api, options) =>
      api.renewPermit(file.permit.id, renewal, options),
    );
    writePermit(path, { ...file, permit: value }, world.files);
    output.answer(body, permitLines(value, undefined));
    return EXIT.done;
  },
};
