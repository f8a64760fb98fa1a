import { expect, type Page } from '@playwright/test';
import { openInfra, type Theme } from './portal';

/** A portal of its own, with a stand-in for Heroku; "Enter" signs in as NOIPM's lead. */
export const DEMO = 'http://localhost:7027';
export const NOIPM = { kind: 'system', name: 'noipm' } as const;

const HEROKU = 'http://localhost:7071';

/** Presses a button of the stand-in's page. */
export async function changeReality(page: Page, action: string) {
  const answer = await page.request.post(HEROKU, { form: { action } });
  expect(answer.ok()).toBe(true);
}

/** Opens NOIPM's page once the first look is over. */
export async function openLookedAt(page: Page, theme: Theme = 'light', query = '') {
  await expect.poll(() => differences(page), { timeout: 120_000 }).toBeGreaterThan(0);
  await openInfra(page, NOIPM, query, theme);
  await expect(page.getByRole('heading', { name: /^Drift/ })).toBeVisible();
}

async function differences(page: Page): Promise<number> {
  const signedIn = await page.request.post('/api/auth/guest/refresh', { data: {} });
  if (!signedIn.ok()) return 0;
  const { token } = (await signedIn.json()).backstageIdentity;
  const seen = await page.request.get(
    '/api/infra-overview/v1/overview/system/default/noipm/observed',
    { headers: { Authorization: `Bearer ${token}` } },
  );
  return seen.ok() ? (await seen.json()).driftCount : 0;
}
