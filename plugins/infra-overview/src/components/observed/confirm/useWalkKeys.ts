import { useEffect, useRef } from 'react';

/** Single letters, as long as nobody writes: a letter typed into a field is a letter. */
export function useWalkKeys(onKey: (key: string) => void) {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
      latest.current(event.key.toLocaleLowerCase('en-US'));
    };
    // Before the dialog, which keeps what it has seen to itself.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}
