import { connect } from '../api/connection';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { noticeLines } from '../words/noticeLines';
import type { Command } from './command';
import { noticeWish } from './noticeWish';

export const noticeRecord: Command = {
  name: 'notice record',
  summary: 'Records that an audience was told by other means, and how.',
  options: [
    'entity',
    'environment',
    'audience',
    'from',
    'to',
    'text',
    'told-at',
    'evidence',
    ...CONNECTION,
  ],
  required: ['entity', 'environment', 'evidence'],
  examples: [
    'notice record --entity system:default/noipm --environment production --from 2026-11-25T17:00:00Z --to 2026-11-25T18:00:00Z --evidence "Called the IPM office"',
  ],
  async run(values, { world, output }) {
    const { evidence = '' } = values;
    const toldAt = values['told-at'];
    const wish = { ...noticeWish(values), evidence, ...(toldAt !== undefined && { toldAt }) };
    const { value, body } = await connect(values, world).call(
      (api, options) => api.recordNotice(wish, options),
      world.newId(),
    );
    output.answer(body, noticeLines(value));
    return EXIT.done;
  },
};
