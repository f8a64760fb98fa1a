import type { Fact, FactItem } from '../facts/fact';

/** Who is told, and how: one item of a fact of type `people`. */
export interface PeopleTarget {
  /** As it is written, for people. */
  readonly name: string;
  /** A ref of a user or group, a role nobody is known to have, or words. */
  readonly to?: string;
  readonly channel?: string;
  /** ISO duration: told only when nobody reacted for so long. */
  readonly after?: string;
  /** The channel is said to reach somebody, whoever that is. */
  readonly reachesPerson?: boolean;
}

export function targetOf({ name, fields }: FactItem): PeopleTarget {
  const to = textOf(fields.to);
  const channel = textOf(fields.channel);
  const after = textOf(fields.after);
  return {
    name,
    ...(to !== undefined && { to }),
    ...(channel !== undefined && { channel }),
    ...(after !== undefined && { after }),
    ...(textOf(fields.reachesPerson) === 'true' && { reachesPerson: true }),
  };
}

function textOf(fact: Fact | undefined): string | undefined {
  return fact?.state === 'stated' ? String(fact.value) : undefined;
}
