import { z } from 'zod';
import { blockOf, date, field, flag, id, listOf, text, type Read } from '../fields';
import { itemFields } from '../item';

const dnsSchema = z.object({
  provider: field(text, 'Who answers for the name.'),
  dnssec: field(flag, 'Answers are signed.'),
});

const tlsSchema = z.object({
  source: field(text, 'Where the certificate comes from, such as letsencrypt or acm.'),
  autoRenew: field(flag, 'The certificate renews itself.'),
  expires: field(date, 'Last day of the certificate.'),
  terminatesAt: field(id, 'Node of the request path where encryption ends.'),
  redirectHttp: field(flag, 'Plain HTTP is sent to HTTPS.'),
  hsts: field(flag, 'Browsers are told to use HTTPS only.'),
  preload: field(flag, 'Browsers know that before the first visit.'),
});
export type Tls = Read<typeof tlsSchema>;

export const domainNameSchema = z.object({
  ...itemFields,
  host: field(text, 'The name; left out: it is known to exist, but not which.'),
  kind: field(
    z.enum(['provider-default', 'custom', 'api', 'redirect', 'internal']),
    'What the name is for.',
  ),
  public: field(flag, 'Anybody can look it up.'),
  dns: field(dnsSchema, 'How the name is answered for.'),
  tls: field(blockOf(tlsSchema), 'Certificate and encryption.'),
  analytics: field(listOf(text), 'Programs that count visitors, such as dap.'),
});
/** A name under which the service answers. */
export type DomainName = Read<typeof domainNameSchema>;
