import { asSentence, counted, escapeMarkdown } from 'backstage-plugin-infra-overview-common';
import type { CheckAnswer, SubjectAnswer } from '../wire';

/** A comment for a pull request: the sentence of each subject, what is open with the lines that answer it, what ends soon. */
export function readinessMarkdown(subjects: readonly SubjectAnswer[]): string {
  if (subjects.length === 0) return 'Nothing here is judged: no subject was found.\n';
  return subjects.map(subjectMarkdown).join('\n');
}

function subjectMarkdown(subject: SubjectAnswer): string {
  const must = subject.checks.filter(({ level }) => level === 'must');
  const open = subject.open.flatMap(({ checkId }) => must.find(({ id }) => id === checkId) ?? []);
  return [
    `## ${escapeMarkdown(subject.title)}, ${escapeMarkdown(subject.environment)}`,
    '',
    escapeMarkdown(subject.sentence),
    '',
    ...section('Open must-haves', open.map(openLines)),
    ...section('Waived', must.filter(({ status }) => status === 'waived').map(waivedLine)),
    ...section(
      'Ends or becomes required within 60 days',
      subject.ahead.map(({ title, text }) => `- ${escapeMarkdown(title)}: ${escapeMarkdown(text)}`),
    ),
    escapeMarkdown(numbers(subject)),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`### ${title}`, '', ...lines, ''];
}

const code = (text: string) => `\`${text.replaceAll('`', "'").replaceAll(/\s+/g, ' ')}\``;

function openLines({ title, id, statusWords, because, fix }: CheckAnswer): string {
  const line = `- **${escapeMarkdown(title)}** (${code(id)}): ${escapeMarkdown(statusWords)}. ${escapeMarkdown(because)}`;
  if (fix === undefined) return line;
  const yaml = fix.yaml.split('\n').map(text => `  ${text}`);
  // A longer fence than any inside, so that no line of a pack ends it.
  const fence = '`'.repeat(Math.max(3, longestFence(fix.yaml) + 1));
  return [`${line} Add below ${code(fix.at)}:`, '', `  ${fence}yaml`, ...yaml, `  ${fence}`].join(
    '\n',
  );
}

function waivedLine({ title, statusWords, waiver }: CheckAnswer): string {
  const words = [`${statusWords}.`, ...(waiver === undefined ? [] : [asSentence(waiver.reason)])];
  return `- ${escapeMarkdown(title)}: ${escapeMarkdown(words.join(' '))}`;
}

function numbers({ counts, factsAge }: SubjectAnswer): string {
  const { must, recommended } = counts;
  const beside = [
    counts.waived > 0 ? `${counts.waived} waived` : '',
    counts.unknown > 0 ? `${counts.unknown} not known` : '',
    counts.expired > 0 ? `${counts.expired} out of date` : '',
    counts.error > 0 ? `${counts.error} could not be checked` : '',
    counts.notApplicable > 0 ? `${counts.notApplicable} not applicable` : '',
  ].filter(text => text !== '');
  const all = [
    `${must.met} of ${counted(must.applicable, 'must-have')} met`,
    `${recommended.met} of ${recommended.applicable} recommended met`,
    ...beside,
    factsAge,
  ];
  return asSentence(all.join(', '));
}

function longestFence(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(ticks => ticks.length));
}
