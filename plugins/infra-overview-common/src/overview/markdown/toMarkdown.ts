import { viewOf, type EffectiveInfra, type InfraView } from '../../effective';
import { freshnessOfDocument } from '../../freshness';
import { dateText, type Instant } from '../../time';
import type { Answer, AnswerLine, StandardAnswer } from '../answers/answer';
import { fourAnswers } from '../answers/fourAnswers';
import { standardAnswers } from '../answers/standardAnswers';
import { environmentMatrix } from '../matrix/environmentMatrix';
import type { Overview } from '../overview';
import type { DrawnPath } from '../path/drawnPath';
import { drawPath, drawRequestPath } from '../path/drawPath';
import { openQuestions } from '../questions/openQuestions';
import type { Section } from '../sections/section';
import { sectionsFor } from '../sections/sectionsFor';
import { describeDate } from '../words/describeDate';
import { describeParty } from '../words/describeParty';
import { NOT_STATED } from '../words/emptiness';
import { escapeMarkdown } from './escapeMarkdown';
import { markdownMatrix } from './markdownMatrix';
import { markdownSection } from './markdownSection';

/** The whole page as one document, as one environment sees it: for a wiki, a mail, or an audit. */
export function toMarkdown(overview: Overview, environment: string, now: Instant): string {
  const { effective } = overview;
  const head = headLines(overview, now);
  if (effective === undefined) return text([...head, noDocument(overview), '']);
  const view = viewOf(effective, environment);
  const sections = sectionsFor(
    view.document,
    'engineer',
    isStandard(overview) ? 'standard' : 'project',
  );
  return text([
    ...head,
    ...sections.flatMap(section => sectionLines(overview, view, section, now)),
    ...problemLines(overview),
  ]);
}

function isStandard({ entity }: Overview): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'domain';
}

function text(lines: readonly string[]): string {
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function headLines({ entity, effective, chain }: Overview, now: Instant): readonly string[] {
  const standards = chain.filter(
    ({ level, outcome, entityRef }) =>
      level === 'domain' && outcome === 'read' && entityRef !== entity.ref,
  );
  const facts = [
    `Owner: ${entity.owner === undefined ? NOT_STATED : describeParty(entity.owner)}`,
    `Lifecycle: ${entity.lifecycle ?? NOT_STATED}`,
    `Standard: ${standards.map(({ title, entityRef }) => title ?? entityRef).join(', ') || 'none inherited'}`,
    `Known from: ${effective === undefined ? NOT_STATED : freshnessOfDocument(effective, now).words}`,
    `Written out: ${describeDate(dateText(now))}`,
  ];
  const description =
    entity.description === undefined ? [] : [escapeMarkdown(entity.description), ''];
  return [
    `# ${escapeMarkdown(entity.title)}`,
    '',
    ...description,
    ...facts.map(fact => `- ${escapeMarkdown(fact)}`),
    '',
  ];
}

function noDocument({ outcome, refusal }: Overview): string {
  if (outcome === 'refused')
    return escapeMarkdown(`The document was not read: ${refusal?.message ?? 'no reason given'}`);
  return 'No infrastructure document.';
}

function sectionLines(
  overview: Overview,
  view: InfraView,
  section: Section,
  now: Instant,
): readonly string[] {
  const { effective } = overview;
  if (effective === undefined) return [];
  const title = `## ${escapeMarkdown(section.title)}`;
  switch (section.id) {
    case 'answers':
      return [
        title,
        '',
        ...answerLines(isStandard(overview) ? standardAnswers(effective) : fourAnswers(view, now)),
      ];
    case 'drift':
      // Known by the sources alone, and what is written out here is the document.
      return [];
    case 'request-path':
      return [title, '', ...pathLines(drawPath(view)), ...otherPaths(view, effective)];
    case 'environments':
      return [
        title,
        '',
        ...markdownMatrix(environmentMatrix(effective)),
        '',
        ...markdownSection(view, { ...section, title: `In ${view.environment}` }),
      ];
    case 'questions': {
      const questions = openQuestions(
        { effective, problems: overview.problems, ...(!isStandard(overview) && { view }) },
        now,
      );
      return [
        title,
        '',
        ...(questions.length === 0
          ? ['None.']
          : questions.map(question => `- ${escapeMarkdown(question.text)}`)),
        '',
      ];
    }
    default:
      return markdownSection(view, section);
  }
}

function answerLines(answers: readonly (Answer | StandardAnswer)[]): readonly string[] {
  return answers.flatMap(answer => [
    `### ${escapeMarkdown(answer.title)}`,
    '',
    ...answer.lines.map(answerLine),
    '',
  ]);
}

// Colour does not travel in text, so the words of bad news carry a mark.
const MARKS = { good: '', neutral: '', unknown: '? ', warning: '! ', bad: '!! ' } as const;

function answerLine({ text: words, tone }: AnswerLine): string {
  return `- ${escapeMarkdown(`${MARKS[tone]}${words}`)}`;
}

function otherPaths(view: InfraView, { requestPaths = [] }: EffectiveInfra): readonly string[] {
  return requestPaths.flatMap(({ entityRef, requestPath }) => [
    '',
    `### ${escapeMarkdown(describeParty(entityRef))}`,
    '',
    ...pathLines(drawRequestPath(view, requestPath)),
  ]);
}

function pathLines(path: DrawnPath): readonly string[] {
  if (path.steps.length === 0) return [escapeMarkdown(path.text)];
  return path.steps.map(
    (step, index) =>
      `${index + 1}. ${escapeMarkdown(step.lane === 0 ? step.sentence : `${step.sentence} Not on the way of a request.`)}`,
  );
}

function problemLines({ problems, notUnderstood }: Overview): readonly string[] {
  const shown = problems.filter(({ severity }) => severity !== 'hint');
  if (shown.length + notUnderstood.length === 0) return [];
  return [
    '## Problems',
    '',
    ...shown.map(({ severity, path, message, entityRef }) => {
      const place = path === '' ? (entityRef ?? 'document') : path;
      return `- ${escapeMarkdown(`${severity}: ${place}: ${message}`)}`;
    }),
    ...notUnderstood.map(({ path }) => `- ${escapeMarkdown(`not understood: ${path}`)}`),
    '',
  ];
}
