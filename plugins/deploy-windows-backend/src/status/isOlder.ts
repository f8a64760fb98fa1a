/** Releases are named by year and letter: `2025c` comes before `2026a`. */
export function isOlder(version: string, minimum: string | undefined): boolean {
  return minimum !== undefined && version < minimum;
}
