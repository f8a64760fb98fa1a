/** Lower case, no dot at the end, `*` as people write it, and no prefix that AWS adds for IPv6. */
export function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\\052/, '*')
    .replace(/^dualstack\./, '');
}
