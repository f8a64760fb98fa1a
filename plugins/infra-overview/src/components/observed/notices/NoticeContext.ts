import { createContext, useContext } from 'react';

/** Words that something was done, with a way back where there is one. */
export interface Notice {
  readonly words: string;
  readonly undo?: () => Promise<void>;
}

export const NoticeContext = createContext<(notice: Notice) => void>(() => {});

/** Tells the reader at the lower edge of the page. */
export const useTell = () => useContext(NoticeContext);
