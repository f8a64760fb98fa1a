import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { World } from '../world';

/** What came of asking once. */
export type Attempt<T> =
  | { readonly state: 'settled'; readonly value: T }
  /** It may be otherwise later; the server says how long it will surely not. */
  | { readonly state: 'later'; readonly value: T; readonly retryIn: number; readonly why: string };

/** Nobody asks more often, whatever the server says. */
const LEAST = 15_000;
// Pipelines that wait for one opening should not all knock at once.
const MOST_JITTER = 30_000;

/** Asks until it is settled or the wait is over; then the last answer counts. Without a wait it asks once. */
export async function askAgain<T>(
  ask: () => Promise<Attempt<T>>,
  wait: number | undefined,
  world: Pick<World, 'now' | 'sleep' | 'random'>,
  note: (line: string) => void,
): Promise<T> {
  const end: Instant = world.now() + (wait ?? 0);
  let attempt = await ask();
  let said = '';
  while (attempt.state === 'later') {
    const left = end - world.now();
    if (left < LEAST) break;
    const pause = Math.min(left, withJitter(Math.max(LEAST, attempt.retryIn), world.random()));
    if (attempt.why !== said) note(attempt.why);
    said = attempt.why;
    note(`Asking again in ${spoken(pause)}; waiting for ${spoken(left)} at most.`);
    await world.sleep(pause);
    attempt = await ask();
  }
  return attempt.value;
}

function withJitter(pause: number, random: number): number {
  return pause + Math.round(random * Math.min(MOST_JITTER, pause / 4));
}

function spoken(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
