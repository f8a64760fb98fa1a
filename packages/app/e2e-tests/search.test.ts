import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { expect, test } from '@playwright/test';
import { open } from './support/portal';

failOnBrowserErrors();

test('the search of the portal finds a project by a product it uses', async ({ page }) => {
  await open(page, '/search');
  const hit = page.getByRole('link', { name: 'NOIPM complaint manager', exact: true });
  // The index is collected some seconds after the start.
  await expect(async () => {
    await page.goto('/search?query=Papertrail&types[]=infra-overview');
    await expect(hit).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 60_000 });
  await hit.click();
  await expect(page).toHaveURL(/\/infrastructure/);
});
