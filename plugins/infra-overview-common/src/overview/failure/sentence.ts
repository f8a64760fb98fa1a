import { asSentence, capitalised } from '../words/sentence';
import { namesOf } from './broken';
import type { Affected, FailureAnswer, RecoveryStep } from './failure';

interface SentenceInput {
  readonly title: string;
  readonly event: string;
  readonly environment: string;
  readonly outcome: FailureAnswer['outcome'];
  readonly rescue: string | undefined;
  readonly served: 'nobody' | 'some' | undefined;
  readonly stops: readonly Affected[];
  readonly degrades: readonly Affected[];
  /** Logs, watching, alerts, procedures: not the service itself. */
  readonly missed: readonly Affected[];
  readonly said: readonly string[];
  readonly credentials: readonly RecoveryStep[];
  readonly unknown: FailureAnswer['unknown'];
}

/** The whole answer in one paragraph: what is hit and why, the way back, where the credentials are, what nobody has stated. */
export function failureSentence(input: SentenceInput): string {
  return [
    ...effects(input),
    ...new Set(input.said),
    ...credentials(input.credentials),
    ...notKnown(input),
  ].join(' ');
}

function effects(input: SentenceInput): readonly string[] {
  const { title, event, environment, outcome, rescue } = input;
  const where = environment === '' ? '' : ` in ${environment}`;
  switch (outcome) {
    case 'survives':
      return [`${capitalised(title)} should survive${where}: ${rescue ?? 'something takes over'}.`];
    case 'no-effect-known':
      return [`Nothing stated says what happens if ${title} ${event}${where}.`];
    case 'stops':
    case 'degrades':
      return hit(`If ${title} ${event}${where}`, input);
    default:
      throw new Error(outcome satisfies never);
  }
}

function hit(start: string, { served, stops, degrades, missed }: SentenceInput): readonly string[] {
  const said: string[] = [];
  if (stops.length > 0)
    said.push(`${namesOf(titles(stops), 6)} ${verb(stops, 'stops', 'stop')}${kept(stops)}`);
  if (degrades.length > 0)
    said.push(
      `${namesOf(titles(degrades))} ${verb(degrades, 'runs', 'run')} on, with less: ${degrades[0]?.because ?? ''}`,
    );
  if (served === 'nobody') said.push('nobody is served');
  if (served === 'some') said.push('some requests are not answered');
  if (said.length === 0 && missed.length > 0) said.push('the service runs on');
  if (missed.length > 0) said.push(`missed: ${titles(missed).join('; ')}`);
  const [first, ...others] = said;
  return [`${start}, ${first ?? 'something is missed'}.`, ...others.map(asSentence)];
}

/** A reason that an arrow does not show is worth saying: where data is kept, and who waits for it. */
function kept(stops: readonly Affected[]): string {
  const first = stops.find(({ because }) => because.includes('is kept in'));
  if (first === undefined) return '';
  const waiting = stops.filter(({ because }) => because.includes(`wait in ${first.title}`));
  const reason = `; ${first.title} because ${first.because}`;
  return waiting.length === 0
    ? reason
    : `${reason}, and with it ${namesOf(titles(waiting))}, whose jobs wait there`;
}

function titles(list: readonly Affected[]): readonly string[] {
  return list.map(({ title }) => title);
}

function verb(list: readonly Affected[], one: string, many: string): string {
  return new Set(titles(list)).size === 1 ? one : many;
}

function credentials(steps: readonly RecoveryStep[]): readonly string[] {
  const [first, ...others] = steps;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `; and ${others.length} more`;
  return [asSentence(`Credentials: ${first.title}: ${first.text}${more}`)];
}

function notKnown({ unknown }: SentenceInput): readonly string[] {
  if (unknown.length === 0) return [];
  const most = 3;
  const questions = unknown.slice(0, most).map(({ question }) => question.replace(/[?.]$/, ''));
  const more = unknown.length > most ? `; and ${unknown.length - most} more` : '';
  return [`Not known: ${questions.join('; ')}${more}.`];
}
