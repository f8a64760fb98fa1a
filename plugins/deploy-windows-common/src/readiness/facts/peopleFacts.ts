import type { AlertTarget, Channel } from 'backstage-plugin-infra-overview-common';
import { personRef } from '../people/knownRef';
import type { Fact, FactItem, FactOrigin } from './fact';
import { listFact } from './lists';
import type { Said } from './said';
import { notStated, otherFact, valueFact } from './values';

/** Who owns the entity: what `role:owner` and `role:maintainer` stand for. */
export interface Owned {
  readonly owner: string | undefined;
}

/** A list of people without channels, such as who may deploy. */
export function partiesFact(said: Said<readonly string[]>, owned: Owned): Fact {
  const { value, origin, path } = said;
  if (value === undefined) return otherFact(said);
  return {
    state: 'list',
    items: value.map(party => partyItem(party, path, origin, owned)),
    origin,
  };
}

/** One party, such as the holder of a credential. */
export function partyFact(said: Said<string>, owned: Owned): Fact {
  const { value, origin, path } = said;
  if (value === undefined) return otherFact(said);
  return { state: 'list', items: [partyItem(value, path, origin, owned)], origin };
}

/** Whom an alert goes to, with what is said about the channel. */
export function targetsFact(
  targets: Said<readonly AlertTarget[]>,
  channels: Said<readonly Channel[]>,
  owned: Owned,
): Fact {
  return listFact(targets, target => targetItem(target, channels, owned));
}

export function partyItem(party: string, path: string, origin: FactOrigin, owned: Owned): FactItem {
  return { name: party, path, fields: { to: partyText(party, origin, owned) } };
}

function targetItem(
  target: Said<AlertTarget>,
  channels: Said<readonly Channel[]>,
  owned: Owned,
): FactItem {
  const to = target.at('to');
  const name = target.at('name').value ?? to.value ?? target.at('channel').value ?? target.path;
  const reachesPerson = channelOf(target.value, channels)?.at('reachesPerson');
  return {
    name,
    path: target.path,
    fields: {
      to: to.value === undefined ? otherFact(to) : partyText(to.value, to.origin, owned),
      channel: valueFact(target.at('channel')),
      after: valueFact(target.at('after')),
      ...(reachesPerson?.value !== undefined && { reachesPerson: valueFact(reachesPerson) }),
    },
  };
}

/** The channel a target means by its name: the id, the provider or the group of one of the same kind. */
function channelOf(
  target: AlertTarget | undefined,
  channels: Said<readonly Channel[]>,
): Said<Channel> | undefined {
  const name = target?.name?.toLowerCase();
  if (target === undefined || name === undefined) return undefined;
  return channels.items.find(({ value }) => {
    const names = [value?.id, value?.provider, value?.group];
    return value?.kind === target.channel && names.some(word => word?.toLowerCase() === name);
  });
}

function partyText(party: string, origin: FactOrigin, { owner }: Owned): Fact {
  if (party === '') return notStated(origin.path);
  const isRole = /^role:(?:owner|maintainer)$/i.test(party);
  const value = (isRole ? owner : personRef(party)) ?? party;
  return { state: 'stated', value, origin };
}
