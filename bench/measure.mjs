// Small measuring tools, shared by the parts.

/** Milliseconds at the middle and near the end of `times`. */
export function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p95: at(0.95) };
}

/** Runs every task once a round, in turn, so that a busy moment of the machine touches all of them alike. */
export async function race(tasks, { rounds, warmUp }) {
  const times = new Map(Object.keys(tasks).map(name => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const startedAt = performance.now();
      await task();
      if (round >= 0) times.get(name).push(performance.now() - startedAt);
    }
  }
  return Object.fromEntries([...times].map(([name, list]) => [name, percentiles(list)]));
}

export const milliseconds = value => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
export const seconds = value => `${value.toFixed(1)} s`;
export const ratio = (value, floor) => `${(value / floor).toFixed(2)} ×`;

export function printTable(head, rows) {
  console.log(`| ${head.join(' | ')} |`);
  console.log(`|${head.map(() => '---|').join('')}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}
