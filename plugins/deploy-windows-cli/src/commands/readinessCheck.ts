import { instantText } from 'backstage-plugin-deploy-windows-common';
import { readinessMarkdown } from 'backstage-plugin-deploy-windows-common/readiness';
import type { OptionName } from '../arguments/options';
import { EXIT, type ExitCode } from '../exitCode';
import { assessment, type Assessment } from '../readiness/assessment';
import { atLine, atOf } from '../readiness/at';
import { failOnOf, formatOf, type FailOn, type Format } from '../readiness/formats';
import type { JudgedCase } from '../readiness/judgeFiles';
import { placeOf } from '../readiness/placeOf';
import { selectCases } from '../readiness/selectCases';
import { markdownNote } from '../words/markdown';
import { packProblemLine } from '../words/packProblemLine';
import { problemLine } from '../words/problemLine';
import { isOpen, subjectLines } from '../words/subjectLines';
import type { Command } from './command';

/** What all that reads files takes. */
export const FILE_OPTIONS: readonly OptionName[] = ['org', 'pack', 'ask', 'answers', 'at'];

export const readinessCheck: Command = {
  name: 'readiness check',
  summary: 'Is what these catalog files describe ready, and if not, what is missing?',
  details: [
    'Reads files, and nothing else: no server, no network. Packs are asked that the documents name, the basics, and those of --pack and --ask.',
  ],
  words: [{ value: 'PATH', help: 'a catalog file, or a folder of them', many: true }],
  options: ['environment', 'entity', ...FILE_OPTIONS, 'format', 'fail-on', 'help'],
  required: [],
  examples: [
    'readiness check catalog',
    'readiness check catalog/tts --environment production --format markdown --fail-on nothing',
    'readiness check catalog/noipm --ask tts-good-production-practices --entity system:default/noipm --at 2026-12-01T15:00:00Z',
  ],
  exits: [
    '  0  ready, as --fail-on asks',
    '  1  not ready, or with --fail-on any a recommended check is open',
    '  2  wrong use; a file, document or pack that cannot be read',
    '  3  nothing could be assessed',
  ],
  async run(values, { world, output }) {
    const { words = [] } = values;
    const found = assessment(words, values, world, { now: atOf(values, world) });
    const cases = selectCases(found.cases, values, found.files.entities.keys());
    const failOn = failOnOf(values);
    const lines = linesOf(found, cases, formatOf(values), failOn);
    output.answer(bodyOf(found, cases), lines);
    output.note(
      `From ${found.files.fileCount} catalog files, without a server. ${atLine(found.now)}`,
    );
    for (const line of found.caveats) output.note(line);
    for (const problem of found.packs.problems) output.note(packProblemLine(problem));
    for (const problem of found.problems) output.note(problemLine(problem));
    return exitOf(found, cases, failOn);
  },
};

function linesOf(
  { now }: Assessment,
  cases: readonly JudgedCase[],
  format: Format,
  failOn: FailOn,
): readonly string[] {
  if (cases.length === 0) return ['Nothing among these files is judged.'];
  if (format === 'markdown') {
    return [
      ...readinessMarkdown(cases.map(({ answer }) => answer))
        .trimEnd()
        .split('\n'),
      ...markdownNote(now, 'from the files of this change alone'),
    ];
  }
  const levels = failOn === 'any' ? (['must', 'recommended'] as const) : (['must'] as const);
  return cases.flatMap((one, index) => [
    ...(index === 0 ? [] : ['']),
    ...subjectLines(one.answer, placeOf(one), levels),
  ]);
}

function bodyOf({ now, problems, caveats }: Assessment, cases: readonly JudgedCase[]): string {
  return JSON.stringify({
    at: instantText(now),
    subjects: cases.map(one => ({ ...one.answer, file: one.source.placed.file })),
    problems,
    caveats,
  });
}

function exitOf({ problems }: Assessment, cases: readonly JudgedCase[], failOn: FailOn): ExitCode {
  if (problems.some(({ severity }) => severity === 'refused')) return EXIT.wrongUse;
  if (cases.length === 0) return EXIT.noAnswer;
  if (failOn === 'nothing') return EXIT.done;
  if (cases.every(({ verdict }) => verdict.verdict === 'not-assessed')) return EXIT.noAnswer;
  const isReady = ({ verdict: { verdict }, answer }: JudgedCase) => {
    if (verdict === 'not-ready' || verdict === 'not-assessed') return false;
    return failOn === 'must' || !answer.checks.some(isOpen);
  };
  return cases.every(isReady) ? EXIT.done : EXIT.blocked;
}
