import type { ObservedItem, ObservedValue } from 'backstage-plugin-infra-overview-common';
import { listOf, textOf, textsOf } from '../resource';
import { certificates } from './certificate';
import { aliasesByHost } from './dns';
import { plainHost } from './host';
import { redirectAnswer } from './loadBalancer';
import { itemOf, type Mapper } from './mapper';
import type { ResourceSet } from './resourceSet';

type Facts = Readonly<Record<string, ObservedValue | undefined>>;

/** Names under which something answers: from records, distributions, certificates and apps, one item a name. */
export const domains: Mapper = resources => {
  const aliases = aliasesByHost(resources);
  const hosts = new Map<string, Facts>();
  const add = (host: string, facts: Facts) => hosts.set(host, { ...hosts.get(host), ...facts });
  for (const host of aliases.keys()) add(host, { 'dns.provider': 'aws-route53' });
  for (const [host, facts] of distributionHosts(resources)) add(host, facts);
  for (const domain of resources.of('heroku_domain')) {
    const host = textOf(domain, 'hostname');
    if (host !== undefined) add(plainHost(host), {});
  }
  const known = certificates(resources);
  for (const host of known.unused(hosts.keys())) add(host, {});
  const redirect = redirectAnswer(resources);
  const itemFor = ([host, facts]: readonly [string, Facts]): ObservedItem =>
    itemOf('domains', host, {
      host,
      ...facts,
      ...known.of(host),
      'tls.redirectHttp':
        redirect && aliases.get(host)?.has(redirect.balancer) ? redirect.redirects : undefined,
    });
  return { items: [...hosts].map(itemFor) };
};

function distributionHosts(resources: ResourceSet): readonly (readonly [string, Facts])[] {
  return resources.of('aws_cloudfront_distribution').flatMap(distribution => {
    const [acm] = listOf(distribution, 'viewer_certificate[].acm_certificate_arn');
    const tls = { 'tls.source': acm === true ? 'acm' : undefined };
    const own = textOf(distribution, 'domain_name');
    return [
      ...textsOf(distribution, 'aliases[]').map(alias => [plainHost(alias), tls] as const),
      ...(own === undefined ? [] : [[plainHost(own), { kind: 'provider-default' }] as const]),
    ];
  });
}
