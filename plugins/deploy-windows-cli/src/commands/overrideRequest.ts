import type { OverrideAnswer, OverrideAskedText } from 'backstage-plugin-deploy-windows-common';
import { connect } from '../api/connection';
import { targetOf } from '../arguments/asked';
import { CONNECTION, type Values } from '../arguments/options';
import { EXIT } from '../exitCode';
import type { Command } from './command';

export const overrideRequest: Command = {
  name: 'override request',
  summary: 'Asks to set named rules aside for one target, with a reason and an end.',
  details: ['People ask, not pipelines: it needs the token of a user. explain names the rules.'],
  options: [
    'entity',
    'environment',
    'rule',
    'reason',
    'until',
    'use',
    'usable-by',
    'ticket',
    'emergency',
    ...CONNECTION,
  ],
  required: ['entity', 'environment', 'rule', 'reason', 'until'],
  examples: [
    'override request --entity system:default/noipm --environment production --rule notice:system:default/noipm/ipm --until 2026-11-24T20:00:00Z --reason "Login is broken for everybody" --usable-by external:ci-noipm',
  ],
  async run(values, { world, output }) {
    const wish = wishOf(values);
    const { value, body } = await connect(values, world).call(
      (api, options) => api.requestOverride(wish, options),
      world.newId(),
    );
    output.answer(body, overrideLines(value));
    return EXIT.done;
  },
};

function wishOf(values: Values): OverrideAskedText {
  const { rule = [], reason = '', until = '', use, ticket, emergency } = values;
  const usableBy = values['usable-by'];
  return {
    ...targetOf(values),
    rules: [...rule],
    end: until,
    reason,
    ...(use !== undefined && { use: use as 'single' | 'timed' }),
    ...(usableBy !== undefined && { usableBy: [...usableBy] }),
    ...(ticket !== undefined && { ticket }),
    ...(emergency && { emergency }),
  };
}

function overrideLines({
  id,
  target,
  rules,
  start,
  end,
  state,
  usableBy,
}: OverrideAnswer): readonly string[] {
  return [
    `Override ${id} for ${target}, ${start} to ${end}: ${rules.map(({ title }) => title).join(', ')}.`,
    state === 'waiting'
      ? 'A second person has to approve it before it counts.'
      : `It is ${state}; usable by ${usableBy.join(', ')}.`,
  ];
}
