import type { Fact, Scalar } from './fact';
import type { Said } from './said';

/** A value as it is written. `none` stays a state of its own; `false` and 0 are values. */
export function valueFact<T extends Scalar>(said: Said<T>): Fact {
  return derivedFact(said, value => value);
}

/** A value worked out from what is written; where the way there is missing, the answer is the state of what was asked. */
export function derivedFact<T>(said: Said<T>, derive: (value: T) => Scalar): Fact {
  const { value } = said;
  if (value === undefined) return otherFact(said);
  return { state: 'stated', value: derive(value), origin: said.origin };
}

/** Words of a list, in order of the alphabet: the order in a document says nothing. */
export function textsFact(said: Said<readonly string[]>): Fact {
  const { value } = said;
  if (value === undefined) return otherFact(said);
  return { state: 'texts', values: distinct(value), origin: said.origin };
}

/** "None", "not needed" or "not stated", as the document has it. */
export function otherFact<T>(said: Said<T>): Fact {
  switch (said.state) {
    case 'none':
      return { state: 'none', origin: said.origin };
    case 'not-needed':
      return { state: 'not-needed', reason: said.reason, origin: said.origin };
    case 'stated':
    case 'not-stated':
      return notStated(said.path);
    default:
      throw new Error(said.state satisfies never);
  }
}

export function notStated(wanted: string): Fact {
  return { state: 'not-stated', wanted };
}

export function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
