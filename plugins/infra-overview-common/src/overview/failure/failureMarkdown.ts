import { escapeMarkdown } from '../markdown/escapeMarkdown';
import type { Affected, FailureAnswer, FleetImpact, RecoveryStep } from './failure';
import { OUTCOME_WORDS } from './outcomeWords';

/** An answer to paste into a ticket or a chat. */
export function failureMarkdown(answer: FailureAnswer): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`### ${title}`, '', ...lines.map(line => `- ${line}`), ''];
  const hit = ({ title, because }: Affected) =>
    `${escapeMarkdown(title)}: ${escapeMarkdown(because)}`;
  const step = ({ title, text }: RecoveryStep) =>
    `${escapeMarkdown(title)}: ${escapeMarkdown(text)}`;
  return [
    `## What if ${escapeMarkdown(answer.title)} goes down? (${escapeMarkdown(answer.environment)})`,
    '',
    escapeMarkdown(answer.sentence),
    '',
    ...list('Stops', answer.stops.map(hit)),
    ...list('Runs on, with less', answer.degrades.map(hit)),
    ...list('Not affected', answer.unaffected.map(hit)),
    ...list('The way back', answer.recover.map(step)),
    ...list('Credentials', answer.credentials.map(step)),
    ...list('Tell', answer.tell.map(step)),
    ...list(
      'Not known',
      answer.unknown.map(
        ({ path, question }) => `${escapeMarkdown(question)} (${escapeMarkdown(path)})`,
      ),
    ),
  ].join('\n');
}

/** The projects one failure reaches, to paste. */
export function impactMarkdown({
  title,
  affected,
  tell,
}: Pick<FleetImpact, 'title' | 'affected' | 'tell'>): string {
  const lines = affected.flatMap(project => [
    `- ${escapeMarkdown(project.title)} (${escapeMarkdown(project.owner ?? 'owner not stated')})`,
    ...project.answers.map(
      answer =>
        `  - ${escapeMarkdown(answer.environment)}: ${OUTCOME_WORDS[answer.outcome]}. ${escapeMarkdown(answer.sentence)}`,
    ),
  ]);
  return [
    `## What if ${escapeMarkdown(title)} goes down?`,
    '',
    ...(lines.length === 0 ? ['No project that you may see names it.'] : lines),
    '',
    ...(tell.length === 0 ? [] : [`Tell: ${tell.map(escapeMarkdown).join(', ')}`, '']),
  ].join('\n');
}
