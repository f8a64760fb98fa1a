import { statusLabel, type Titles } from 'backstage-plugin-deploy-windows-common/readiness';
import type { StoredTransition } from './FleetReader';

/** `Not known, now Met: Ann confirmed it`. */
export function transitionText(transition: StoredTransition, titles: Titles): string {
  const { from, to } = transition;
  const was = from === undefined ? '' : `${statusLabel(from)}, now `;
  return `${was}${statusLabel(to)}: ${causeText(transition, titles)}`;
}

function causeText({ cause, actor }: StoredTransition, titles: Titles): string {
  const who = actor === undefined ? 'somebody' : (titles[actor.toLowerCase()] ?? actor);
  switch (cause) {
    case 'facts':
      return actor === undefined ? 'the facts changed' : `the facts changed, ${who} had them read`;
    case 'people':
      return 'the people changed';
    case 'definition':
      return 'the check or its level changed';
    case 'attestation':
      return `${who} answered, or took an answer back`;
    case 'waiver':
      return `${who} changed a waiver`;
    case 'upstream':
      return 'something it depends on changed';
    case 'time':
      return 'time alone changed it';
    case 'first':
      return 'asked for the first time';
    default:
      throw new Error(cause satisfies never);
  }
}
