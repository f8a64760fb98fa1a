/** Without kind and default namespace: what an address of the fleet carries. */
export function resourceName(ref: string): string {
  return ref
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/^resource:/, '')
    .replace(/^default\//, '');
}
