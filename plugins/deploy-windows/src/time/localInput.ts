/**
 * What an input of type `datetime-local` holds is a wall clock of this computer's zone; the server wants an instant.
 * The label beside it has to name the zone.
 */
export function instantOfLocal(text: string): string | undefined {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The other way: an instant as such an input shows it. */
export function localOfInstant(at: number): string {
  const date = new Date(at);
  const two = (count: number) => String(count).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
