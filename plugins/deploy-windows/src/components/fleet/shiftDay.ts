const DAY = 86_400_000;

/** Another calendar day, so many days later: `2026-11-24` and 7 is `2026-12-01`. No zone is asked, a date has none. */
export function shiftDay(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
