import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readCalendarQuery, writeCalendarQuery, type CalendarQuery } from './fleetQueryInUrl';

export type CalendarChange = {
  readonly [key in keyof CalendarQuery]?: CalendarQuery[key] | undefined;
};

/** The question of the calendar lives in its address: it can be shared, and the back button undoes a filter. */
export function useCalendarQuery() {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const query = useMemo(() => readCalendarQuery(new URLSearchParams(text)), [text]);
  const change = useCallback(
    (part: CalendarChange) =>
      setParameters(before => {
        const next = Object.entries({ ...readCalendarQuery(before), ...part }).filter(
          ([, value]) => value !== undefined,
        );
        return writeCalendarQuery(Object.fromEntries(next) as unknown as CalendarQuery, before);
      }),
    [setParameters],
  );
  return { query, change };
}
