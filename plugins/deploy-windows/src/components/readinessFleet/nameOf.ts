/** `group:default/core-team` as `core-team`. What is no entity ref stays as it is; an empty filter asks for nothing. */
export function nameOf(ref: string): string {
  return ref === '' ? 'nothing' : ref.replace(/^[^/]*\//, '');
}
