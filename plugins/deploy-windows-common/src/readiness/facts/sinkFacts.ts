import type { Addon, InfraDocument, LogStream } from 'backstage-plugin-infra-overview-common';
import type { Fact, FactItem } from './fact';
import { factItem } from './lists';
import { partiesFact } from './peopleFacts';
import { Said } from './said';
import type { Surroundings } from './surroundings';
import { distinct, notStated, otherFact, valueFact } from './values';

/** Where the logs of the environment end up. */
export function sinkFacts(around: Surroundings): { readonly sinks: Fact } {
  const logs = around.document.at('observability').at('logs');
  if (logs.value === undefined) return { sinks: otherFact(logs) };
  const [refusal] = logs.refused;
  if (refusal !== undefined && logs.items.length === 0) return { sinks: otherFact(refusal) };
  const ids = distinct(logs.items.flatMap(({ value }) => value?.to ?? []));
  const items = [
    ...ids.map(id => sinkItem(addonById(around.document, id), id, around)),
    ...logs.items.filter(({ value }) => value?.to === undefined).map(somewhere),
  ];
  return { sinks: { state: 'list', items, origin: logs.origin } };
}

function sinkItem(addon: Said<Addon>, id: string, around: Surroundings): FactItem {
  const sink = addon.at('sink');
  return factItem(addon, id, {
    addon: { state: 'stated', value: id, origin: addon.origin },
    durable: durable(addon),
    retention: valueFact(sink.at('retention')),
    searchWindow: valueFact(sink.at('searchWindow')),
    readers: partiesFact(sink.at('readers'), around),
  });
}

/** A stream that does not say where it flows to ends somewhere nothing is known of. */
function somewhere(stream: Said<LogStream>): FactItem {
  const unknown = notStated(stream.at('to').path);
  return factItem(stream, stream.value?.id ?? '', {
    addon: unknown,
    durable: unknown,
    retention: unknown,
    searchWindow: unknown,
    readers: unknown,
  });
}

/** A log service somebody else runs keeps what it was sent, whatever happens to our hosts. */
function durable(addon: Said<Addon>): Fact {
  const stated = addon.at('sink').at('durable');
  if (stated.state !== 'not-stated' || addon.value === undefined) return valueFact(stated);
  const operatedBy = addon.at('operatedBy');
  const isTheirs = operatedBy.value === 'third-party';
  return isTheirs ? { state: 'stated', value: true, origin: operatedBy.origin } : otherFact(stated);
}

/** What is named and described nowhere is not stated. */
export function addonById(document: Said<InfraDocument>, id: string): Said<Addon> {
  const addons = document.at('addons');
  return addons.items.find(({ value }) => value?.id === id) ?? Said.missing(addons, id);
}
