import type { LogStream } from 'backstage-plugin-infra-overview-common';
import type { Fact } from './fact';
import type { Said } from './said';
import type { Surroundings } from './surroundings';
import { distinct, otherFact } from './values';

/** What the log streams of the environment hold, taken together. */
export function logFacts({ document }: Surroundings) {
  const logs = document.at('observability').at('logs');
  return {
    auditEvents: union(logs, 'auditEvents'),
    logFields: union(logs, 'fields'),
    captures: union(logs, 'captures'),
    logDebug: debug(logs),
  };
}

type Logs = Said<readonly LogStream[]>;

function union(logs: Logs, field: 'auditEvents' | 'fields' | 'captures'): Fact {
  const streams = logs.items.map(stream => stream.at(field));
  const [first] = streams;
  if (first === undefined) return endOf(logs, field);
  const stating = streams.filter(({ value }) => value !== undefined);
  const [speaker] = stating;
  if (speaker === undefined) return otherFact(first);
  const words = stating.flatMap(({ value }) => value ?? []);
  return { state: 'texts', values: distinct(words), origin: speaker.origin };
}

/** True where one stream says so. False only where each says so: the silent one may be the loud one. */
function debug(logs: Logs): Fact {
  const streams = logs.items.map(stream => stream.at('debug'));
  const [first] = streams;
  if (first === undefined) return endOf(logs, 'debug');
  const decisive =
    streams.find(({ value }) => value === true) ??
    streams.find(({ value }) => value === undefined) ??
    first;
  if (decisive.value === undefined) return otherFact(decisive);
  return { state: 'stated', value: decisive.value, origin: decisive.origin };
}

/** No stream: none is logged, or nothing is said. */
function endOf(logs: Logs, field: string): Fact {
  const [refusal] = logs.refused;
  if (refusal !== undefined) return otherFact(refusal);
  if (logs.value !== undefined) return { state: 'none', origin: logs.origin };
  return logs.state === 'not-stated'
    ? { state: 'not-stated', wanted: `${logs.path}[].${field}` }
    : otherFact(logs);
}
