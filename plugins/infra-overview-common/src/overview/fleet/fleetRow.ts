import type { EffectiveInfra } from '../../effective';
import { freshnessOfDocument } from '../../freshness';
import type { Instant } from '../../time';
import { mainView } from '../mainView';
import type { Overview } from '../overview';
import { NOT_STATED } from '../words/emptiness';
import { backupColumn, databaseColumn, restoreColumn } from './dataColumns';
import { cdnColumn, tlsColumn, tlsExpires } from './domainColumns';
import { fleetTerms } from './fleetTerms';
import { missingIn } from './missing';
import { alertColumn, credentialColumn } from './peopleColumns';
import { environmentColumn, platformColumn, platformRank } from './platformColumns';
import { ranked } from './ranked';
import type { FleetDrift, FleetRow, FleetRowWithTerms } from './row';
import { conformanceColumn, improvementColumn, questionCount, riskColumn } from './workColumns';

type Columns = Omit<
  FleetRow,
  | 'ref'
  | 'kind'
  | 'namespace'
  | 'name'
  | 'title'
  | 'domain'
  | 'system'
  | 'owner'
  | 'lifecycle'
  | 'outcome'
  | 'problems'
  | 'drift'
  | 'missing'
>;

const UNKNOWN = ranked(NOT_STATED, 'unknown');

const NOTHING_KNOWN: Columns = {
  platforms: [],
  platformRank: platformRank([]),
  environments: [],
  database: UNKNOWN,
  backup: UNKNOWN,
  restoreTest: UNKNOWN,
  cdn: UNKNOWN,
  tls: UNKNOWN,
  alertRoute: UNKNOWN,
  credentials: { words: NOT_STATED, stores: [], count: 0, oneHolder: 0 },
  risks: { open: 0, accepted: 0 },
  improvements: { planned: 0, possible: 0 },
  questions: 0,
  conformance: { met: 0, applicable: 0, unknown: 0 },
  freshness: { words: 'no date', stale: false },
};

/** One project in the fleet, from its overview. Columns about data and alerts speak of production. */
export function fleetRow(overview: Overview, now: Instant, drift?: FleetDrift): FleetRowWithTerms {
  const { entity, effective, outcome, problems } = overview;
  const row: Omit<FleetRow, 'missing'> = {
    ...namesOf(overview),
    // A System whose Components state everything has no document of its own.
    outcome:
      outcome === 'absent' && overview.parts.some(part => part.outcome === 'read')
        ? 'read'
        : outcome,
    ...(effective === undefined ? NOTHING_KNOWN : columnsOf(effective, now)),
    problems: problems.filter(({ severity }) => severity !== 'hint').length,
    ...(drift !== undefined && { drift }),
  };
  return { ...row, missing: missingIn(row), terms: fleetTerms(entity, effective) };
}

function namesOf({ entity }: Overview) {
  const { ref, kind, namespace, name, title, domain, system, owner, lifecycle } = entity;
  return {
    ref,
    kind,
    namespace,
    name,
    title,
    ...(domain !== undefined && { domain }),
    ...(system !== undefined && { system }),
    ...(owner !== undefined && { owner }),
    ...(lifecycle !== undefined && { lifecycle }),
  };
}

function columnsOf(effective: EffectiveInfra, now: Instant): Columns {
  const { document } = mainView(effective);
  const platforms = platformColumn(effective);
  const expires = tlsExpires(document);
  const { words, at, stale } = freshnessOfDocument(effective, now);
  return {
    platforms,
    platformRank: platformRank(platforms),
    environments: environmentColumn(effective),
    database: databaseColumn(document),
    backup: backupColumn(document),
    restoreTest: restoreColumn(document, now),
    cdn: cdnColumn(document),
    tls: tlsColumn(document, now),
    ...(expires !== undefined && { tlsExpires: expires }),
    alertRoute: alertColumn(document),
    credentials: credentialColumn(effective.document),
    risks: riskColumn(effective.document, now),
    improvements: improvementColumn(effective.document),
    questions: questionCount(effective.document),
    conformance: conformanceColumn(effective.document),
    freshness: { words, stale, ...(at !== undefined && { at }) },
  };
}
