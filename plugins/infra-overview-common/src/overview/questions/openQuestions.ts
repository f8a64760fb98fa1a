import type { Problem, ProblemCode } from '../../document';
import { originOf, type EffectiveInfra, type InfraView } from '../../effective';
import type { Instant } from '../../time';
import { fourAnswers } from '../answers/fourAnswers';
import { activeItems } from '../facts';
import { SECTION_TABLE } from '../sections/sectionTable';
import { humanised } from '../words/fieldLabel';
import type { OpenQuestion } from './openQuestion';

const GAPS: readonly ProblemCode[] = [
  'section-missing',
  'empty-section',
  'missing-target',
  'no-date',
  'dangling-ref',
];

interface Sources {
  readonly effective: EffectiveInfra;
  readonly problems: readonly Problem[];
  /** The environment whose four answers are looked through for what is not stated. Left out for a standard. */
  readonly view?: InfraView | undefined;
}

/** What nobody has answered, in one list: authors' questions, then what the first screen cannot say, then what the rules found. */
export function openQuestions(
  { effective, problems, view }: Sources,
  now: Instant,
): readonly OpenQuestion[] {
  const asked = askedIn(effective);
  const covered = new Set(asked.flatMap(({ about }) => (about === undefined ? [] : [about])));
  const unanswered = view === undefined ? [] : unansweredIn(view, now);
  const gaps = [...unanswered, ...gapsIn(problems)].filter(({ path }) => !covered.has(path));
  return [...asked, ...firstOfEachPath(gaps)];
}

function firstOfEachPath(gaps: readonly OpenQuestion[]): readonly OpenQuestion[] {
  const seen = new Set<string>();
  return gaps.filter(({ path }) => !seen.has(path) && seen.add(path));
}

function sectionWords(path: string): string {
  const section = SECTION_TABLE.find(({ paths }) => paths.length === 1 && paths[0] === path);
  return section?.title ?? humanised(path.slice(path.lastIndexOf('.') + 1));
}

function askedIn(effective: EffectiveInfra): readonly OpenQuestion[] {
  return activeItems(effective.document.questions)
    .filter(({ status, answer }) => status !== 'answered' && answer === undefined)
    .map(question => {
      const path = `questions[${question.id}]`;
      const entityRef = originOf(effective, path)?.entityRef;
      return {
        id: `question-${question.id}`,
        kind: 'question',
        text: question.statement ?? question.id,
        path,
        ...(question.about !== undefined && { about: question.about }),
        ...(question.owner !== undefined && { owner: question.owner }),
        ...(entityRef !== undefined && { entityRef }),
      } as const;
    });
}

function unansweredIn(view: InfraView, now: Instant): readonly OpenQuestion[] {
  return fourAnswers(view, now).flatMap(({ id, title, lines }) =>
    lines
      .filter(line => line.tone === 'unknown' && line.path !== undefined)
      .map(line => ({
        id: `gap-${id}-${line.path}`,
        kind: 'gap' as const,
        text: `${title}: ${line.text}`,
        path: line.path ?? '',
      })),
  );
}

function gapsIn(problems: readonly Problem[]): readonly OpenQuestion[] {
  return problems
    .filter(({ code }) => GAPS.includes(code))
    .map(({ code, path, message, entityRef, fix }) => ({
      id: `gap-${code}-${path}`,
      kind: 'gap',
      text:
        code === 'section-missing' ? `${sectionWords(path)}: not stated` : `${path}: ${message}`,
      path,
      ...(entityRef !== undefined && { entityRef }),
      ...(fix !== undefined && { fix }),
    }));
}
