import { useCallback, useEffect, useRef, useState } from 'react';

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly nextCursor?: string;
  readonly total?: number;
}

export interface PagesState<Row> {
  readonly rows: readonly Row[];
  readonly total?: number | undefined;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** False until the first answer, or the first failure. */
  readonly isAnswered: boolean;
  readonly error?: Error | undefined;
}

/** The rows that answer a question, page after page. A new question (a new `ask`) keeps the old rows on screen until its answer is there. */
export function usePages<Row>(
  ask: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>,
) {
  const [state, setState] = useState<PagesState<Row>>({
    rows: [],
    hasMore: false,
    isLoading: true,
    isAnswered: false,
  });
  const cursor = useRef<string | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);

  const load = useCallback(
    async (from: string | undefined) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setState(before => ({ ...before, isLoading: true, error: undefined }));
      try {
        const page = await ask(from, controller.signal);
        if (controller.signal.aborted) return;
        cursor.current = page.nextCursor;
        setState(before => answered(before, page, from !== undefined));
      } catch (error) {
        if (!controller.signal.aborted)
          setState(before => ({
            ...before,
            isLoading: false,
            isAnswered: true,
            error: error as Error,
          }));
      }
    },
    [ask],
  );

  useEffect(() => {
    load(undefined);
    return () => running.current?.abort();
  }, [load]);

  return {
    ...state,
    more: useCallback(() => load(cursor.current), [load]),
    retry: useCallback(() => load(undefined), [load]),
  };
}

function answered<Row>(
  before: PagesState<Row>,
  page: Page<Row>,
  isContinued: boolean,
): PagesState<Row> {
  return {
    rows: isContinued ? [...before.rows, ...page.rows] : page.rows,
    hasMore: page.hasMore,
    total: page.total,
    isLoading: false,
    isAnswered: true,
  };
}
