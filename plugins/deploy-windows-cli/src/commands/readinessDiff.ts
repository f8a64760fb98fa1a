import { instantText } from 'backstage-plugin-deploy-windows-common';
import { EXIT } from '../exitCode';
import { assessment } from '../readiness/assessment';
import { atLine, atOf } from '../readiness/at';
import { diffExit } from '../readiness/diffExit';
import { diffOf, type SubjectChange } from '../readiness/diffOf';
import { failOnOf, formatOf } from '../readiness/formats';
import { seenBefore } from '../readiness/seenBefore';
import { selectCases } from '../readiness/selectCases';
import { diffLines } from '../words/diffLines';
import { diffMarkdown } from '../words/diffMarkdown';
import { problemLine } from '../words/problemLine';
import type { Command } from './command';
import { FILE_OPTIONS } from './readinessCheck';

export const readinessDiff: Command = {
  name: 'readiness diff',
  summary: 'What does a change make worse, better, or out of date?',
  details: [
    'Compares two folders or files of a catalog: the comment of a pull request. Both are judged by the same packs, at the same moment.',
  ],
  words: [
    { value: 'BEFORE', help: 'a catalog file or folder as it was' },
    { value: 'AFTER', help: 'and as it will be' },
  ],
  options: ['environment', 'entity', ...FILE_OPTIONS, 'format', 'fail-on', 'help'],
  required: [],
  examples: [
    'readiness diff ../before/catalog catalog --format markdown',
    'readiness diff before.yaml after.yaml --ask tts-good-production-practices --fail-on any',
  ],
  exits: [
    '  0  nothing gets worse, as --fail-on asks',
    '  1  a must-have, or with --fail-on any any check, gets worse or out of date',
    '  2  wrong use; a file, document or pack that cannot be read',
    '  3  nothing could be assessed',
  ],
  async run(values, { world, output }) {
    const [before = '', after = ''] = values.words ?? [];
    const now = atOf(values, world);
    const was = assessment([before], values, world, { now });
    const is = assessment([after], values, world, { now, firstSeen: seenBefore(was.cases) });
    const known = [...was.files.entities.keys(), ...is.files.entities.keys()];
    // A name that only one side has is no mistake.
    const selected = new Set(
      selectCases([...was.cases, ...is.cases], values, known).map(({ subject }) => subject.key),
    );
    const [wasHere, isHere] = [was, is].map(({ cases }) =>
      cases.filter(({ subject }) => selected.has(subject.key)).map(({ answer }) => answer),
    );
    const changes = diffOf(wasHere ?? [], isHere ?? []);
    const body = JSON.stringify({ at: instantText(now), changes: changes.map(withoutShown) });
    output.answer(
      body,
      formatOf(values) === 'markdown' ? diffMarkdown(changes, now) : diffLines(changes),
    );
    output.note(`Compared without a server. ${atLine(now)}`);
    for (const line of is.caveats) output.note(line);
    const problems = [...was.problems, ...is.problems];
    for (const problem of is.problems) output.note(problemLine(problem));
    if (problems.some(({ severity }) => severity === 'refused')) return EXIT.wrongUse;
    if (selected.size === 0) return EXIT.noAnswer;
    return diffExit(changes, failOnOf(values));
  },
};

/** What is shown is one of the two. */
function withoutShown({ shown: { subject }, changes, ...change }: SubjectChange) {
  return {
    subject,
    ...change,
    changes: changes.map(({ shown: { id }, ...check }) => ({ id, ...check })),
  };
}
