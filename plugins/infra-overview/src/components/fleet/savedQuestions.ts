import type { FleetQuery } from 'backstage-plugin-infra-overview-common';

export interface SavedQuestion {
  readonly id: string;
  readonly title: string;
  readonly query: FleetQuery;
}

const DAYS_30 = 30 * 24 * 60 * 60 * 1000;

/** Questions that managers and engineers keep asking of a fleet. */
export function savedQuestions(now: number): readonly SavedQuestion[] {
  return [
    { id: 'no-backup', title: 'No backup known', query: { missing: ['backup'], sort: 'backup' } },
    {
      id: 'never-restored',
      title: 'No restore test',
      query: { missing: ['restore-test'], sort: 'restore-test' },
    },
    { id: 'prohibited', title: 'Prohibited platform', query: { standing: 'prohibited' } },
    { id: 'legacy', title: 'Legacy platform', query: { standing: 'legacy' } },
    {
      id: 'no-alert',
      title: 'Nobody is alerted',
      query: { missing: ['alert-route'], sort: 'alert-route' },
    },
    {
      id: 'one-holder',
      title: 'Credential with one holder',
      query: { missing: ['second-holder'], sort: 'one-holder', order: 'desc' },
    },
    {
      id: 'tls-soon',
      title: 'Certificate ends within 30 days',
      query: { tlsBefore: new Date(now + DAYS_30).toISOString().slice(0, 10), sort: 'tls' },
    },
    { id: 'drift', title: 'Projects that drift', query: { sort: 'drift', order: 'desc' } },
    { id: 'undated', title: 'No date stated', query: { missing: ['date'] } },
    { id: 'no-document', title: 'Nothing described yet', query: { missing: ['document'] } },
  ];
}

/** Two questions are the same when they ask for the same rows, whatever the order of the words. Where all rows are asked for, their order is the question. */
export function isSameQuestion(a: FleetQuery, b: FleetQuery): boolean {
  const words = (query: FleetQuery) =>
    JSON.stringify(
      Object.entries(query)
        .filter(([name, value]) => value !== undefined && name !== 'sort' && name !== 'order')
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  const isAll = words(a) === '[]';
  return words(a) === words(b) && (!isAll || (a.sort === b.sort && a.order === b.order));
}
