import type { ObservedFields } from 'backstage-plugin-infra-overview-common';
import { textOf } from '../resource';
import { plainHost } from './host';
import { fieldsOf } from './mapper';
import type { ResourceSet } from './resourceSet';

export interface Certificates {
  /** Of the name itself, else of the wildcard over it. */
  of(host: string): ObservedFields;
  /** Names of certificates that no host given uses. */
  unused(hosts: Iterable<string>): readonly string[];
}

export function certificates(resources: ResourceSet): Certificates {
  const byName = new Map<string, ObservedFields>();
  for (const certificate of resources.of('aws_acm_certificate')) {
    const name = textOf(certificate, 'domain_name');
    if (name === undefined) continue;
    const ends = textOf(certificate, 'not_after');
    const earlier = byName.get(plainHost(name))?.['observed.certificateEnds'];
    // Of two for one name the newer is the one in use: the older is on its way out.
    if (typeof earlier === 'string' && (ends === undefined || ends < earlier)) continue;
    byName.set(plainHost(name), {
      'tls.source': 'acm',
      ...fieldsOf({
        'tls.expires': ends?.slice(0, 10),
        'tls.autoRenew': renews(textOf(certificate, 'renewal_eligibility')),
        'observed.certificateEnds': ends,
      }),
    });
  }
  const nameFor = (host: string) => (byName.has(host) ? host : host.replace(/^[^.]+/, '*'));
  return {
    of: host => byName.get(nameFor(host)) ?? {},
    unused: hosts => {
      const used = new Set([...hosts].map(nameFor));
      return [...byName.keys()].filter(name => !used.has(name));
    },
  };
}

function renews(eligibility: string | undefined): boolean | undefined {
  switch (eligibility) {
    case 'ELIGIBLE':
      return true;
    case 'INELIGIBLE':
      return false;
    default:
      return undefined;
  }
}
