/** Stable: the same path of the same environment and source has the same id in every run. */
export function findingId(source: string, environment: string, path: string): string {
  return [source, environment, path].map(part => part.replaceAll('|', '||')).join('|');
}
