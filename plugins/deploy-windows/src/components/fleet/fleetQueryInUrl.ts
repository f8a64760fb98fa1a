import type { WindowsFleetQueryText } from 'backstage-plugin-deploy-windows-common';

/** What the calendar shows, as its address says it. */
export interface CalendarQuery {
  readonly view: 'week' | 'month';
  /** First day shown; absent: today. */
  readonly start?: string;
  readonly text?: string;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
  readonly environment?: string;
  readonly stage?: string;
  readonly state?: NonNullable<WindowsFleetQueryText['state']>;
}

const WORDS = ['text', 'owner', 'system', 'domain', 'environment', 'stage'] as const;
export const STATES = {
  open: 'Open now',
  blocked: 'Held now',
  freeze: 'Freeze now',
  'notice-needed': 'Somebody must be told',
  'never-opens': 'Never opens',
  'no-permit': 'Deployed without a permit',
  'review-overdue': 'Freeze past its review',
} as const satisfies Readonly<Record<NonNullable<WindowsFleetQueryText['state']>, string>>;

const isState = (text: string | null): text is keyof typeof STATES =>
  text !== null && Object.hasOwn(STATES, text);

/** Words that no longer exist are left out, so that an old link still opens. */
export function readCalendarQuery(parameters: URLSearchParams): CalendarQuery {
  const query: { -readonly [key in keyof CalendarQuery]: CalendarQuery[key] } = {
    view: parameters.get('view') === 'week' ? 'week' : 'month',
  };
  for (const word of WORDS) {
    const value = parameters.get(word)?.trim();
    if (value) query[word] = value;
  }
  const start = parameters.get('start') ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(start)) query.start = start;
  const state = parameters.get('state');
  if (isState(state)) query.state = state;
  return query;
}

/** Keeps the parameters of others. */
export function writeCalendarQuery(
  query: CalendarQuery,
  foreign: URLSearchParams,
): URLSearchParams {
  const parameters = new URLSearchParams(foreign);
  for (const name of [...WORDS, 'start', 'state', 'view'] as const) {
    const value = query[name];
    if (value === undefined || (name === 'view' && value === 'month')) parameters.delete(name);
    else parameters.set(name, value);
  }
  return parameters;
}
