import { useEffect } from 'react';

/** Does something again after a while, as long as it is wanted. */
export function useAgainIn(milliseconds: number, isWanted: boolean, again: () => void) {
  useEffect(() => {
    if (!isWanted) return undefined;
    const timer = setTimeout(again, milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds, isWanted, again]);
}
