import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { expect, test } from '@playwright/test';
import { changeReality, DEMO, openLookedAt } from './support/demo';
import { expectAccessible, expectNoSidewaysScroll } from './support/portal';

failOnBrowserErrors();

test.use({ baseURL: DEMO });

// One after the other: they change the same world.
test.describe.configure({ mode: 'serial' });

test('drift appears, and its lines of YAML can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: DEMO });
  await openLookedAt(page);
  await changeReality(page, 'scale-3');
  const row = page.getByRole('row', { name: /Process web of production, instances/ });
  await expect(async () => {
    await page.reload();
    await expect(row.getByText('3', { exact: true })).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Accept: Process web of production, instances' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('declared 1, observed 3.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('instances: 3');
});

test('a difference is left for now, and counts again', async ({ page }) => {
  await openLookedAt(page);
  const leave = page.getByRole('button', { name: 'Leave for now: Add-on Heroku Redis' });
  await leave.click();
  await page.getByLabel('Reason').fill('Tried out until the end of the month');
  await page.getByRole('button', { name: 'Leave for now', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Left for now \(1\)/ })).toBeVisible();
  await page.getByRole('button', { name: /^Left for now \(1\)/ }).click();
  await page.getByRole('button', { name: 'Count again: Add-on Heroku Redis' }).click();
  await expect(leave).toBeVisible();
});

test('a source that fails keeps what it saw, and says so', async ({ page }) => {
  await openLookedAt(page);
  await changeReality(page, 'fail');
  try {
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/could not look/i).first()).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: 120_000 });
    await page.getByRole('button', { name: /^Could not look, or seen long ago/ }).click();
    await expect(page.getByText(/noipm-sandbox/).first()).toBeVisible();
  } finally {
    await changeReality(page, 'fail');
  }
});

test('says what happens if the database goes down, on the path too', async ({ page }) => {
  await openLookedAt(page, 'light', '?down=addons%5Bdb%5D');
  await expect(page.getByText('is down', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('stops with it', { exact: true }).first()).toBeVisible();
});

for (const [theme, width, height] of [
  ['light', 1280, 720],
  ['dark', 400, 800],
] as const) {
  test(`drift and impact are accessible and fit, ${theme} at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openLookedAt(page, theme, '?down=addons%5Bdb%5D');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`the drift of all projects is accessible and fits, ${theme} at ${width}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openLookedAt(page, theme);
    await page.goto('/infra-overview?view=drift');
    await expect(page.getByText('NOIPM complaint manager').first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}
