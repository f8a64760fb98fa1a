import { connect } from '../api/connection';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { deploymentWish } from '../permits/deploymentWish';
import { readPermit, writePermit } from '../permits/permitFile';
import { deploymentLines } from '../words/deploymentLines';
import type { Command } from './command';

export const recordStart: Command = {
  name: 'record start',
  summary: 'Writes into the deployment log that a deploy has started.',
  options: [
    'permit',
    'entity',
    'environment',
    'change-type',
    'version',
    'source',
    'external-id',
    'started-at',
    'note',
    ...CONNECTION,
  ],
  required: [],
  examples: [
    'record start --permit permit.json --version "$CIRCLE_SHA1"',
    'record start --entity component:default/web --environment production --version "$GITHUB_SHA"',
  ],
  async run(values, { world, output }) {
    const { permit: path } = values;
    const file = path === undefined ? undefined : readPermit(path, world.files);
    const wish = deploymentWish(values, file, world);
    const { value, body } = await connect(values, world).call(
      (api, options) => api.recordDeployment(wish, options),
      world.newId(),
    );
    // So that finish knows which one, in whatever shell it runs.
    if (path !== undefined && file !== undefined)
      writePermit(path, { ...file, deployment: value.id }, world.files);
    output.answer(body, deploymentLines(value));
    return EXIT.done;
  },
};
