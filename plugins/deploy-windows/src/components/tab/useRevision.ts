import { useCallback, useMemo, useRef, useState } from 'react';
import type { Decisions } from '../../lib/decisions';

/** Counts up when the inputs of the decisions are others than before, and when something was done here. Time alone changes nothing. */
export function useRevision(answer: Decisions) {
  const [done, setDone] = useState(0);
  const inputs = answer.decisions.map(({ inputsHash }) => inputsHash).join(' ');
  const seen = useRef({ inputs, count: 0 });
  const changes = useMemo(() => {
    if (seen.current.inputs !== inputs) {
      seen.current = { inputs, count: seen.current.count + 1 };
    }
    return seen.current.count;
  }, [inputs]);
  const onDone = useCallback(() => setDone(count => count + 1), []);
  return { revision: changes + done, onDone };
}
