import { useAsked, type Asked } from 'backstage-plugin-infra-overview-react';
import { useRef } from 'react';

interface Page {
  readonly nextCursor?: string;
}

/** The first pages of a list, more when wanted. What is on screen stays while more is asked for. */
export function usePages<P extends Page>(
  key: string,
  ask: (cursor: string | undefined, signal: AbortSignal) => Promise<P>,
): { readonly asked: Asked<readonly P[]>; readonly more: () => void } {
  const wanted = useRef({ key, pages: 1 });
  if (wanted.current.key !== key) wanted.current = { key, pages: 1 };
  const asked = useAsked(key, async signal => {
    const pages: P[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(cursor, signal);
      pages.push(page);
      cursor = page.nextCursor;
    } while (cursor !== undefined && pages.length < wanted.current.pages);
    return pages;
  });
  const again = asked.state === 'loading' ? undefined : asked.again;
  return {
    asked,
    more: () => {
      wanted.current.pages += 1;
      again?.();
    },
  };
}
