/** Class names that hold, joined. */
export function cx(...names: readonly (string | false | undefined)[]): string {
  return names.filter(name => name !== false && name !== undefined && name !== '').join(' ');
}
