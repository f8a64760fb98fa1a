import { questionOf } from '../arguments/asked';
import { CONNECTION } from '../arguments/options';
import { EXIT } from '../exitCode';
import { questionsTo } from '../questions';
import { nextLines } from '../words/nextLines';
import type { Command } from './command';

export const next: Command = {
  name: 'next',
  summary: 'When can it be deployed? The next openings in which it fits.',
  options: [
    'entity',
    'environment',
    'change-type',
    'duration',
    'at',
    'count',
    'within',
    'zone',
    'offline',
    ...CONNECTION,
  ],
  required: ['entity', 'environment'],
  examples: [
    'next --entity system:default/noipm --environment production',
    'next --entity component:default/web --environment production --count 10 --within P28D --duration PT45M',
  ],
  async run(values, { world, output }) {
    const { count, within } = values;
    const questions = questionsTo(values, world);
    const query = {
      ...questionOf(values),
      ...(count !== undefined && { count: Number(count) }),
      ...(within !== undefined && { within }),
    };
    const { value, body } = await questions.next(query);
    output.answer(body, nextLines(value));
    for (const line of questions.caveats) output.note(line);
    // Nothing opens: a pipeline that plans by this must stop.
    return value.openings.length > 0 ? EXIT.done : EXIT.blocked;
  },
};
