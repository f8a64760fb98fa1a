import type { FinishWishText } from 'backstage-plugin-deploy-windows-common';
import { connect, type Connection } from '../api/connection';
import { CONNECTION, type Values } from '../arguments/options';
import { EXIT } from '../exitCode';
import { Failure, wrongUse } from '../failure';
import { deploymentWish } from '../permits/deploymentWish';
import { readPermit, type PermitFile } from '../permits/permitFile';
import { deploymentLines } from '../words/deploymentLines';
import type { World } from '../world';
import type { Command } from './command';

export const recordFinish: Command = {
  name: 'record finish',
  summary: 'Writes how a started deploy ended, and gives back its lock.',
  options: [
    'permit',
    'deployment',
    'entity',
    'environment',
    'result',
    'version',
    'source',
    'external-id',
    'finished-at',
    'note',
    'caused-errors',
    ...CONNECTION,
  ],
  required: ['result'],
  examples: [
    'record finish --permit permit.json --result succeeded',
    'record finish --entity component:default/web --environment production --result "${{ job.status }}"',
  ],
  async run(values, { world, output }) {
    const file = values.permit === undefined ? undefined : readPermit(values.permit, world.files);
    const connection = connect(values, world);
    const id =
      values.deployment ??
      file?.deployment ??
      (await startedBefore(connection, values, file, world));
    const wish = finishWish(values, file);
    const finish = (how: FinishWishText) =>
      connection.call((api, options) => api.finishDeployment(id, how, options));
    const { value, body } = await finish(wish).catch((error: unknown) => {
      if (!(error instanceof Failure) || error.code !== 'LOCK_LOST') throw error;
      // It happened all the same, and the log should say how it ended.
      output.note(
        'WARNING: the lock was lost before the deploy ended; another run may have deployed at the same time.',
      );
      const { token: _, ...result } = wish;
      return finish(result);
    });
    output.answer(body, deploymentLines(value));
    return EXIT.done;
  },
};

function finishWish(values: Values, file: PermitFile | undefined): FinishWishText {
  const { note } = values;
  const finishedAt = values['finished-at'];
  return {
    result: values.result as FinishWishText['result'],
    ...(finishedAt !== undefined && { finishedAt }),
    ...(note !== undefined && { note }),
    ...(values['caused-errors'] && { causedErrors: true }),
    ...(file?.permit.lock && { token: file.permit.lock.token }),
  };
}

/** The same source and run answer with the first record; where there was none, the start is written now. */
async function startedBefore(
  { call }: Connection,
  values: Values,
  file: PermitFile | undefined,
  world: World,
): Promise<string> {
  const { note: _, 'caused-errors': __, ...start } = values;
  const wish = deploymentWish(start, file, world);
  if (wish.externalId === undefined) {
    throw wrongUse(
      'Say which deploy ended: --permit FILE, --deployment ID, or the --source and --external-id of its start.',
    );
  }
  const startedAt = file?.permit.issuedAt;
  const { value } = await call((api, options) =>
    api.recordDeployment({ ...(startedAt !== undefined && { startedAt }), ...wish }, options),
  );
  return value.id;
}
