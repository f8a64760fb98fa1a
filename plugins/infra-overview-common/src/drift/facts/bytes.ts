const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** 12_582_912 → "13 MB": thousands, two digits where the first is small. Undefined for what is no size. */
export function sizeWords(bytes: number): string | undefined {
  if (!Number.isFinite(bytes) || bytes < 0) return undefined;
  let amount = bytes;
  let unit = 0;
  while (amount >= 999.5 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  const digits =
    amount < 9.95 && unit > 0 ? amount.toFixed(1).replace(/\.0$/, '') : amount.toFixed(0);
  return `${digits} ${UNITS[unit]}`;
}
