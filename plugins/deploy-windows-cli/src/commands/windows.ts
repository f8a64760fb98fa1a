import { targetOf } from '../arguments/asked';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { questionsTo } from '../questions';
import { windowsLines } from '../words/windowsLines';
import type { Command } from './command';

export const windows: Command = {
  name: 'windows',
  summary: 'Which windows apply? Each with the level and origin it comes from.',
  options: ['entity', 'environment', 'zone', 'offline', ...CONNECTION],
  required: ['entity', 'environment'],
  examples: ['windows --entity system:default/noipm --environment production'],
  async run(values, { world, output }) {
    const { zone } = values;
    const questions = questionsTo(values, world);
    const { value, body } = await questions.windows({
      ...targetOf(values),
      ...(zone !== undefined && { zone }),
    });
    output.answer(body, windowsLines(value));
    for (const line of questions.caveats) output.note(line);
    return EXIT.done;
  },
};
