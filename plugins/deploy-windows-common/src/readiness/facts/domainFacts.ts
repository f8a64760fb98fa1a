import type { DomainName } from 'backstage-plugin-infra-overview-common';
import { certificateFacts } from './certificateSight';
import type { Fact, FactItem } from './fact';
import { factItem, listFact } from './lists';
import { monitorsWhere } from './monitorFacts';
import type { Said } from './said';
import { latestSeen } from './seenFact';
import type { Surroundings } from './surroundings';
import { otherFact, textsFact, valueFact } from './values';

/** The names it answers under. */
export function domainFacts(around: Surroundings) {
  return { domains: listFact(around.document.at('domains'), domain => domainItem(domain, around)) };
}

function domainItem(domain: Said<DomainName>, around: Surroundings): FactItem {
  const tls = domain.at('tls');
  const certificate = latestSeen(around.seen, {
    kind: 'certificate-ends',
    path: domain.path,
    environment: around.view.environment,
  });
  return factItem(domain, domain.value?.host ?? domain.value?.id ?? '', {
    host: valueFact(domain.at('host')),
    public: valueFact(domain.at('public')),
    'tls.source': valueFact(tls.at('source')),
    ...certificateFacts(tls, certificate),
    redirectHttp: valueFact(tls.at('redirectHttp')),
    analytics: textsFact(domain.at('analytics')),
    uptimeMonitors: uptimeMonitors(domain, around),
  });
}

function uptimeMonitors(domain: Said<DomainName>, around: Surroundings): Fact {
  const host = domain.at('host');
  if (host.value === undefined) return otherFact(host);
  const asked = host.value.toLowerCase();
  return monitorsWhere(
    around,
    ({ kind, target }) => kind === 'uptime' && hostOf(target) === asked,
    ({ kind, target }) => kind === 'uptime' && target === undefined,
  );
}

/** `https://Example.org:8443/health` and `example.org` are both of `example.org`. */
function hostOf(target: string | undefined): string | undefined {
  return target
    ?.toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[:/?#].*$/s, '');
}
