import { inWords } from './sentence';

const REF = /^(?:([a-z][a-z0-9-]*):)?(?:([a-z0-9._-]+)\/)?([a-z0-9._-]+)$/i;

/** 'group:default/noipm-core-team' → 'noipm-core-team', 'role:maintainer' → 'the maintainer'. Plain words stay. */
export function describeParty(party: string): string {
  if (party.startsWith('role:')) return `the ${party.slice('role:'.length)}`;
  const match = REF.exec(party);
  if (!match || (match[1] === undefined && match[2] === undefined)) return party;
  const [, kind, namespace, name = party] = match;
  const place = namespace !== undefined && namespace !== 'default' ? ` in ${namespace}` : '';
  const person = kind?.toLocaleLowerCase('en-US') === 'user' ? ' (person)' : '';
  return `${name}${place}${person}`;
}

export function describeParties(parties: readonly string[]): string {
  return inWords(parties.map(describeParty));
}

/** One named person: when they are away nobody else is in. */
export function isOnePerson(party: string): boolean {
  return /^user:/i.test(party);
}
