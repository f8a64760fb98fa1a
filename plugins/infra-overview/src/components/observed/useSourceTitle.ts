import { useObservedAnswer } from './context';

/** What people call a source: 'heroku' → 'Heroku'. */
export function useSourceTitle(): (source: string) => string {
  const sources = useObservedAnswer()?.sources ?? [];
  return id => sources.find(({ source }) => source === id)?.title ?? id;
}
