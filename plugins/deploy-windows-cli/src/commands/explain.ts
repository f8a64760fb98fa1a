import { questionOf } from '../arguments/asked';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { questionsTo } from '../questions';
import { explainLines } from '../words/explainLines';
import type { Command } from './command';

export const explain: Command = {
  name: 'explain',
  summary: 'Why? The decision with every window that was considered, and its rule.',
  options: [
    'entity',
    'environment',
    'change-type',
    'duration',
    'at',
    'zone',
    'offline',
    ...CONNECTION,
  ],
  required: ['entity', 'environment'],
  examples: [
    'explain --entity system:default/noipm --environment production',
    'explain --entity component:default/web --environment production --change-type rollback --json',
  ],
  async run(values, { world, output }) {
    const questions = questionsTo(values, world);
    const { value, body } = await questions.explain(questionOf(values));
    output.answer(body, explainLines(value));
    for (const line of questions.caveats) output.note(line);
    return EXIT.done;
  },
};
