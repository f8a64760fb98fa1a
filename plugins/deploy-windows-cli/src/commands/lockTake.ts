import type { PermitOutcome, PermitWishText } from 'backstage-plugin-deploy-windows-common';
import { askAgain, type Attempt } from '../api/askAgain';
import { connect, type Answered } from '../api/connection';
import { changeTypeOf, targetOf, waitOf } from '../arguments/asked';
import { CONNECTION, type Values } from '../arguments/options';
import { ciRun } from '../ciRun';
import { EXIT } from '../exitCode';
import { isNoAnswer, type Failure } from '../failure';
import { writePermit } from '../permits/permitFile';
import { decisionLines } from '../words/decisionLines';
import { permitLines } from '../words/permitLines';
import type { World } from '../world';
import type { Command } from './command';

export const lockTake: Command = {
  name: 'lock take',
  summary: 'Asks, and when allowed takes the lock and a permit, in one step.',
  details: [
    'Nobody else can deploy the same target meanwhile. record finish and lock release give the lock back; otherwise it expires after --ttl.',
  ],
  options: [
    'entity',
    'environment',
    'change-type',
    'duration',
    'ttl',
    'artifact',
    'reason',
    'run-key',
    'out',
    'wait',
    ...CONNECTION,
  ],
  required: ['entity', 'environment'],
  examples: [
    'lock take --entity system:default/noipm --environment production --duration PT20M --ttl PT30M --out permit.json',
    'lock take --entity component:default/web --environment production --wait PT1H --out permit.json',
  ],
  async run(values, { world, output }) {
    const { call } = connect(values, world);
    const wish = wishOf(values, world);
    // A call that may have arrived is repeated with its key; a new question needs a new one.
    let key = world.newId();
    const attempt = async (): Promise<Attempt<Outcome>> => {
      try {
        const answered = await call((api, options) => api.takePermit(wish, options), key);
        key = world.newId();
        const { permit, decision } = answered.value;
        if (permit !== undefined) return { state: 'settled', value: answered };
        const retryIn =
          decision.retryAt === undefined
            ? 0
            : Date.parse(decision.retryAt) - Date.parse(decision.at);
        return { state: 'later', value: answered, retryIn, why: decision.sentence };
      } catch (error) {
        if (!isNoAnswer(error) || values.wait === undefined) throw error;
        return {
          state: 'later',
          value: { failure: error },
          retryIn: error.retryIn ?? 0,
          why: error.lines.join(' '),
        };
      }
    };
    const outcome = await askAgain(attempt, waitOf(values), world, output.note);
    if ('failure' in outcome) throw outcome.failure;
    const { permit, decision, queue } = outcome.value;
    if (permit === undefined) {
      const place = queue === undefined ? [] : [`In the queue: place ${queue.place}.`];
      output.answer(outcome.body, [...decisionLines(decision), ...place]);
      return EXIT.blocked;
    }
    try {
      if (values.out !== undefined) writePermit(values.out, { permit }, world.files);
    } catch (error) {
      // Nobody could finish it: better to give it back than to let everybody wait for its end.
      const { lock } = permit;
      if (lock !== undefined)
        await call((api, options) => api.releasePermit(permit.id, lock.token, options));
      throw error;
    }
    output.answer(outcome.body, [...decisionLines(decision), ...permitLines(permit, decision)]);
    return EXIT.done;
  },
};

type Outcome = Answered<PermitOutcome> | { readonly failure: Failure };

function wishOf(values: Values, world: World): PermitWishText {
  const { duration, ttl, artifact, reason } = values;
  const target = targetOf(values);
  const run = ciRun(world.env);
  const runKey = values['run-key'] ?? (run && `${run.source}/${run.run}`);
  return {
    ...target,
    ...changeTypeOf(values),
    ...(duration !== undefined && { duration }),
    ...(ttl !== undefined && { ttl }),
    ...(artifact !== undefined && { artifact }),
    ...(reason !== undefined && { reason }),
    ...(runKey !== undefined && { runKey }),
  };
}
