import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { pathMarks, type PathMark } from './pathMarks';
import { useFailure } from './useFailure';

const MarksContext = createContext<ReadonlyMap<string, PathMark>>(new Map());

export interface PathMarksProps {
  /** Component whose picture is drawn, where a project has several. */
  readonly owner: string | undefined;
  readonly children: ReactNode;
}

/** Marks the boxes below with what becomes of them when the asked thing goes down. */
export const PathMarks = ({ owner, children }: PathMarksProps) => {
  const onPath = useFailure().answer?.onPath;
  const marks = useMemo(() => pathMarks(onPath, owner), [onPath, owner]);
  return <MarksContext.Provider value={marks}>{children}</MarksContext.Provider>;
};

export const usePathMark = (step: string): PathMark | undefined =>
  useContext(MarksContext).get(step);
