import { useState } from 'react';

/** One key for one opening of a dialog: whatever is pressed twice, or sent again after a lost answer, happens once. */
export function useOnce(): { readonly idempotencyKey: string } {
  const [once] = useState(() => ({ idempotencyKey: newKey() }));
  return once;
}

/** Browsers have `randomUUID` on secure pages only; a portal on plain http gets as much chance from `getRandomValues`. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
