import { z } from 'zod';
import { field, flag, id, required, text, texts, type Read } from '../fields';

const firewallSchema = z.object({
  tool: field(text, 'What filters, such as ufw.'),
  defaultPolicy: field(z.enum(['deny', 'allow']), 'What happens to everything no rule names.'),
  rules: field(texts, 'Rules, in words.'),
});

const securityGroupSchema = z.object({
  id: required(id, 'Name of the group, unique in its list.'),
  rule: required(text, 'What it lets through.'),
});

export const networkSchema = z.object({
  boundary: field(text, 'Where network rules are set, such as per VPC.'),
  firewall: field(firewallSchema, 'What filters traffic on hosts.'),
  securityGroups: field(z.array(securityGroupSchema), 'Groups of network rules.'),
  ipv6: field(flag, 'Reachable over IPv6.'),
  directConnections: field(
    z.enum(['none', 'allowed', 'by-request']),
    'Lines past the internet, such as fibre or VPN.',
  ),
});
export type Network = Read<typeof networkSchema>;
