import { useSignal } from '@backstage/plugin-signals-react';
import { currentInstant } from 'backstage-plugin-infra-overview-react';
import { useEffect, useRef } from 'react';

export const CHANNEL = 'deploy-windows';
const EVERY = 60_000;
/** Signals reach everybody at once and come in bursts: each browser waits a little, and not equally long. */
const SETTLE = 500;
const SPREAD = 1_500;

/**
 * Asks again by itself: soon after the server says that something changed, and every minute while the page is looked at.
 * Nothing is asked for a page that nobody sees; it is asked for when it is seen again.
 */
export function useLive(again: () => void) {
  const { lastSignal } = useSignal(CHANNEL);
  const latest = useRef(again);
  latest.current = again;
  const askedAt = useRef(currentInstant());
  const ask = useRef(() => {
    askedAt.current = currentInstant();
    latest.current();
  });

  useEffect(() => {
    if (lastSignal === null) return undefined;
    const timer = setTimeout(ask.current, SETTLE + Math.random() * SPREAD);
    return () => clearTimeout(timer);
  }, [lastSignal]);

  useEffect(() => {
    const isSeen = () => document.visibilityState === 'visible';
    const timer = setInterval(() => isSeen() && ask.current(), EVERY);
    const onSeen = () => {
      if (isSeen() && currentInstant() - askedAt.current >= EVERY) ask.current();
    };
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onSeen);
    };
  }, []);
}
