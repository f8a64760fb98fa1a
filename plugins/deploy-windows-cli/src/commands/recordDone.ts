import type { DeploymentWishText } from 'backstage-plugin-deploy-windows-common';
import { connect } from '../api/connection';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { deploymentWish } from '../permits/deploymentWish';
import { readPermit } from '../permits/permitFile';
import { deploymentLines } from '../words/deploymentLines';
import type { Command } from './command';

export const recordDone: Command = {
  name: 'record done',
  summary: 'Writes a whole deploy, start and end, in one line.',
  options: [
    'entity',
    'environment',
    'permit',
    'change-type',
    'version',
    'result',
    'source',
    'external-id',
    'started-at',
    'finished-at',
    'note',
    'caused-errors',
    ...CONNECTION,
  ],
  required: ['result'],
  examples: [
    'record done --entity component:default/web --environment production --version "$GITHUB_SHA" --result "${{ job.status }}"',
  ],
  async run(values, { world, output }) {
    const { permit, result } = values;
    const finishedAt = values['finished-at'];
    const file = permit === undefined ? undefined : readPermit(permit, world.files);
    const wish: DeploymentWishText = {
      ...deploymentWish(values, file, world),
      result: result as NonNullable<DeploymentWishText['result']>,
      ...(finishedAt !== undefined && { finishedAt }),
    };
    const { value, body } = await connect(values, world).call(
      (api, options) => api.recordDeployment(wish, options),
      world.newId(),
    );
    output.answer(body, deploymentLines(value));
    return EXIT.done;
  },
};
