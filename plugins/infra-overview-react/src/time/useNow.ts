import type { Instant } from 'backstage-plugin-infra-overview-common';
import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The only clock of the screen. Ages and dates on it are right to the minute. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
