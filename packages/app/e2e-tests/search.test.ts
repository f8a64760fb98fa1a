import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { expect, test } from '@playwright/test';
import { expectAccessible, open } from './support/portal';

failOnBrowserErrors();

test('the search of the portal finds a project by a product it uses', async ({ page }) => {
  await open(page, '/search?query=Papertrail');
  const hit = page.getByRole('link', { name: 'NOIPM complaint manager' }).first();
  // The index is collected some seconds after the start.
  await expect(async () => {
    await page.reload();
    await expect(hit).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await expectAccessible(page);
  await hit.click();
  await expect(page).toHaveURL(/\/infrastructure/);
});
