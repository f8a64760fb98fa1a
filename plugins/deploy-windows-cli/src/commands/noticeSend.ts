import { connect } from '../api/connection';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { noticeLines, noticePreviewLines } from '../words/noticeLines';
import type { Command } from './command';
import { noticeWish } from './noticeWish';

export const noticeSend: Command = {
  name: 'notice send',
  summary:
    'Tells an audience when it will be deployed; once the lead is over, that opens the gate.',
  options: ['entity', 'environment', 'audience', 'from', 'to', 'text', 'dry-run', ...CONNECTION],
  required: ['entity', 'environment'],
  examples: [
    'notice send --entity system:default/noipm --environment production --from 2026-11-25T17:00:00Z --to 2026-11-25T18:00:00Z',
    'notice send --entity system:default/noipm --environment production --dry-run',
  ],
  async run(values, { world, output }) {
    const wish = noticeWish(values);
    const { call } = connect(values, world);
    if (values['dry-run']) {
      const { value, body } = await call((api, options) => api.previewNotice(wish, options));
      output.answer(body, noticePreviewLines(value));
      return EXIT.done;
    }
    const { value, body } = await call(
      (api, options) => api.sendNotice(wish, options),
      world.newId(),
    );
    output.answer(body, noticeLines(value));
    return EXIT.done;
  },
};
