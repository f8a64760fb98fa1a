import type { ObservedItem } from 'backstage-plugin-infra-overview-common';
import type { Domain, SniEndpoint } from '../allowList';
import { fieldsOf, instantOf, NOTHING, type PartBody } from './part';

export const isCustom = ({ kind }: Domain) => kind !== 'heroku';

export function domainsPart(domains: readonly Domain[]): PartBody {
  return {
    ...NOTHING,
    items: domains.map((domain): ObservedItem => ({
      list: 'domains',
      name: domain.hostname,
      fields: {
        host: domain.hostname,
        kind: isCustom(domain) ? 'custom' : 'provider-default',
      },
      sees: ['host', 'kind'],
    })),
  };
}

/** The certificates of an app's own names; those of Heroku's names are Heroku's. */
export function certificatesPart(
  domains: readonly Domain[],
  endpoints: readonly SniEndpoint[],
): PartBody {
  const endpointOf = new Map(
    endpoints.flatMap(endpoint => (endpoint.domains ?? []).map(key => [key, endpoint] as const)),
  );
  return {
    ...NOTHING,
    items: domains.filter(isCustom).map((domain): ObservedItem => {
      const endpoint = endpointOf.get(domain.id) ?? endpointOf.get(domain.hostname);
      return {
        list: 'domains',
        name: domain.hostname,
        fields: { host: domain.hostname, ...(endpoint && certificateOf(endpoint)) },
        sees: ['tls.expires', 'tls.autoRenew'],
      };
    }),
  };
}

function certificateOf({ ssl_cert: certificate }: SniEndpoint) {
  const ends = instantOf(certificate.expires_at);
  const isManaged = certificate.acm === true;
  return fieldsOf({
    'tls.expires': ends?.slice(0, 10),
    'tls.source': isManaged ? 'acm' : issuerWord(certificate.issuer ?? ''),
    'tls.autoRenew': isManaged,
    'observed.certificateEnds': ends,
  });
}

/** Issuers in the words documents use; the subject line of a certificate is free text and is not taken over. */
const ISSUERS = [
  ["let's encrypt", 'letsencrypt'],
  ['digicert', 'digicert'],
  ['sectigo', 'sectigo'],
  ['globalsign', 'globalsign'],
  ['godaddy', 'godaddy'],
  ['amazon', 'amazon'],
] as const;

function issuerWord(issuer: string): string | undefined {
  const text = issuer.toLowerCase();
  return ISSUERS.find(([part]) => text.includes(part))?.[1];
}
