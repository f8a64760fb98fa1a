import {
  describeParty,
  safeHref,
  standingOf,
  type Block,
  type List,
} from 'backstage-plugin-infra-overview-common';
import type { Judged } from '../effective/verdict';
import { originAt } from '../facts/originAt';
import type { OnboardingAnswer } from '../wire';
import { originWords } from '../words/originWords';
import type { OnboardingInput } from './onboardingInput';

type Line = OnboardingAnswer['sections'][number]['lines'][number];

/** A line, and whether it is one that nobody has written down. */
export interface Entry {
  readonly line: Line;
  readonly state: 'said' | 'gap';
}

export interface Said {
  readonly text: string;
  readonly detail?: string | undefined;
  readonly href?: string | undefined;
}

/** A fact of the document with where it comes from and since when. */
export function stated(input: OnboardingInput, path: string, said: Said): Entry {
  const words = originWords(originAt(input.view, path), input.now);
  return { line: { ...plain(said).line, path, words }, state: 'said' };
}

/** A fact of the catalog or of the people in it: no document says it. */
export function plain({ text, detail, href: address }: Said): Entry {
  const href = address === undefined ? undefined : safeHref(address);
  return {
    line: {
      text,
      ...(detail !== undefined && detail !== '' && { detail }),
      ...(href !== undefined && { href }),
    },
    state: 'said',
  };
}

/** `Backups: not written down yet. Ask Core team.`: an empty line is an open check. */
export function gap(input: OnboardingInput, path: string, about: string): Entry {
  const openCheck = checkAsking(path, input.checks);
  return {
    line: {
      text: `${about}: not written down yet. ${whomToAsk(input)}`,
      path,
      ...(openCheck !== undefined && { openCheck }),
    },
    state: 'gap',
  };
}

/** A list or block in its four states: what is said, that there is none, that none is needed, or that nobody wrote it down. */
export function linesOf(
  input: OnboardingInput,
  place: {
    readonly path: string;
    readonly about: string;
    readonly value: List<unknown> | Block<unknown> | undefined;
  },
  lines: () => readonly Entry[],
): readonly Entry[] {
  const { path, about, value } = place;
  const standing = standingOf(value as Parameters<typeof standingOf>[0]);
  switch (standing.state) {
    case 'stated': {
      const said = lines();
      return said.length > 0 ? said : [gap(input, path, about)];
    }
    case 'none':
    case 'not-needed':
      return [stated(input, path, { text: `${about}: ${standing.text}` })];
    case 'not-stated':
      return [gap(input, path, about)];
    default:
      throw new Error(standing.state satisfies never);
  }
}

function whomToAsk({ owner, titles }: OnboardingInput): string {
  if (owner === undefined) return 'Nobody owns it, so nobody can be asked.';
  return `Ask ${titles[owner.toLowerCase()] ?? describeParty(owner)}.`;
}

const withoutNames = (path: string) => path.replace(/\[[^\]]*\]/g, '');

/** The open check that a line at this path would answer; a must-have first. */
function checkAsking(path: string, checks: readonly Judged[]): string | undefined {
  const asked = withoutNames(path);
  const asking = checks.filter(judged => isOpen(judged) && pathsOf(judged).some(isAt));
  const must = asking.find(({ effective }) => effective.level.value === 'must');
  return (must ?? asking[0])?.layers.asked.definition.id;

  function isAt(candidate: string): boolean {
    const written = withoutNames(candidate);
    return written === asked || written.startsWith(`${asked}.`);
  }
}

function pathsOf({ layers, effective }: Judged): readonly string[] {
  const { fix } = layers.asked.definition;
  const own = effective.status === 'waived' ? effective.underlying : effective;
  const found = own.findings.flatMap(({ path }) => path ?? []);
  return fix === undefined ? found : [fix.at, ...found];
}

function isOpen({ effective: { status } }: Judged): boolean {
  return status !== 'pass' && status !== 'not-applicable';
}
