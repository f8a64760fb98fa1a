import type { JsonValue } from '@backstage/types';
import type { Finding, Outcome, ReasonCode } from '../effective/outcome';
import type { Fact } from '../facts/fact';
import type { Located } from './lookUp';
import { unknown } from './outcomes';

interface Seen {
  readonly found?: JsonValue | undefined;
  readonly wanted?: JsonValue | undefined;
}

export function finding(code: ReasonCode, { name, fact }: Located, seen: Seen = {}): Finding {
  const found = seen.found ?? foundIn(fact);
  return {
    code,
    fact: name,
    ...(found !== undefined && { found }),
    ...(seen.wanted !== undefined && { wanted: seen.wanted }),
    ...(fact.state === 'not-stated' ? { path: fact.wanted } : { origin: fact.origin }),
  };
}

/** What is not stated, or said to be not needed, is not known: a rule never takes it for an answer. */
export function openOutcome(located: Located, wanted?: JsonValue): Outcome {
  const { fact } = located;
  const code =
    fact.state === 'not-stated' ? (fact.why ?? 'ABSENT') : ('NOT_NEEDED_UNCONFIRMED' as const);
  return unknown([finding(code, located, { wanted })]);
}

/** As it is shown: a list by the names of its items. */
export function foundIn(fact: Fact): JsonValue | undefined {
  switch (fact.state) {
    case 'stated':
      return fact.value;
    case 'texts':
      return [...fact.values];
    case 'list':
      return fact.items.map(({ name }) => name);
    case 'none':
      return 'none';
    case 'not-needed':
      return fact.reason;
    case 'not-stated':
      return undefined;
    default:
      throw new Error(fact satisfies never);
  }
}
