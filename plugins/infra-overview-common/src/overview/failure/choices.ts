import type { InfraView, OwnedRequestPath } from '../../effective';
import { partsOf, type Part } from './parts';

export interface FailureChoice {
  readonly path: string;
  readonly title: string;
  readonly group: 'On the request path' | 'Add-ons' | 'Where it runs' | 'Credentials' | 'Names';
}

const GROUPS: readonly FailureChoice['group'][] = [
  'On the request path',
  'Add-ons',
  'Where it runs',
  'Names',
  'Credentials',
];

/** Everything of a view that one can ask about. Clients are people, and do not go down. */
export function failureChoices(
  view: InfraView,
  pictures: readonly OwnedRequestPath[] = [],
): readonly FailureChoice[] {
  const choices = [...partsOf(view, pictures).all.values()].flatMap(part => {
    if (part.nodeKind === 'client') return [];
    // A box of a Component's own picture is named by its id alone.
    const path = part.path ?? part.key.slice(part.key.indexOf('#') + 1);
    return [{ path, title: part.title, group: groupOf(part) }];
  });
  const distinct = [...new Map(choices.map(choice => [choice.path, choice])).values()];
  return GROUPS.flatMap(group => distinct.filter(choice => choice.group === group));
}

function groupOf({ kind, steps }: Part): FailureChoice['group'] {
  if (steps.length > 0) return 'On the request path';
  switch (kind) {
    case 'addon':
      return 'Add-ons';
    case 'credential':
      return 'Credentials';
    case 'domain':
      return 'Names';
    case 'node':
    case 'process':
    case 'environment':
    case 'platform':
    case 'account':
      return 'Where it runs';
    default:
      throw new Error(kind satisfies never);
  }
}

/** What somebody may have meant who asked about something that is not there. */
export function nearestChoices(
  choices: readonly FailureChoice[],
  asked: string,
  most = 5,
): readonly FailureChoice[] {
  const words = wordsOf(asked);
  const score = ({ path, title }: FailureChoice) => {
    const known = wordsOf(`${path} ${title}`);
    return words.filter(word => known.some(other => alike(word, other))).length;
  };
  return choices
    .map(choice => ({ choice, score: score(choice) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ choice }) => choice);
}

function wordsOf(text: string): readonly string[] {
  return text.toLocaleLowerCase('en-US').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function alike(a: string, b: string): boolean {
  return a.length > 1 && b.length > 1 && (a.startsWith(b) || b.startsWith(a));
}
