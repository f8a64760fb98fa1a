import { connect } from '../api/connection';
import { targetOf } from '../arguments/asked';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { verdictLines } from '../words/verdictLines';
import type { Command } from './command';

export const readinessVerdict: Command = {
  name: 'readiness verdict',
  summary: 'Is it ready? The verdict of the server, the one that deploys are held by.',
  options: ['entity', 'environment', 'at', ...CONNECTION],
  required: ['entity', 'environment'],
  examples: [
    'readiness verdict --entity component:default/web --environment production',
    'readiness verdict --entity system:default/noipm --environment production --at 2026-12-01T15:00:00Z',
  ],
  exits: [
    '  0  ready, or ready with waivers',
    '  1  not ready, or not assessed',
    '  2  wrong use, unknown entity or environment, not permitted',
    '  3  no answer: unreachable, too slow, broken',
  ],
  async run(values, { world, output }) {
    const { at } = values;
    const query = { ...targetOf(values), ...(at !== undefined && { at }) };
    const { value, body } = await connect(values, world).askReadiness((api, options) =>
      api.verdict(query, options),
    );
    output.answer(body, verdictLines(value));
    const isReady = value.verdict === 'ready' || value.verdict === 'ready-with-waivers';
    return isReady ? EXIT.done : EXIT.blocked;
  },
};
