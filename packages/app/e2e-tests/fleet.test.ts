import { readFileSync } from 'node:fs';
import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, open } from './support/portal';

failOnBrowserErrors();

test('lists every project and leads to its page', async ({ page }) => {
  await open(page, '/');
  await expect(page).toHaveURL(/\/infra-overview/);
  await page.getByRole('link', { name: 'NOIPM complaint manager', exact: true }).click();
  await expect(page).toHaveURL(/\/catalog\/default\/system\/noipm\/infrastructure/);
  await expect(
    page.getByRole('heading', { name: 'NOIPM complaint manager', exact: true }),
  ).toBeVisible();
});

test('finds a project by a product, keeps the question in the address and undoes it with the back button', async ({
  page,
}) => {
  await open(page, '/infra-overview');
  await expect(page.getByRole('link', { name: 'ListMinut', exact: true })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find' }).fill('hirefire');
  await expect(page).toHaveURL(/text=hirefire/);
  await expect(
    page.getByRole('link', { name: 'NOIPM complaint manager', exact: true }),
  ).toBeHidden();
  await expect(page.getByRole('link', { name: 'ListMinut', exact: true })).toBeVisible();
  await page.goBack();
  await expect(
    page.getByRole('link', { name: 'NOIPM complaint manager', exact: true }),
  ).toBeVisible();
});

test('answers a saved question', async ({ page }) => {
  await open(page, '/infra-overview');
  await page.getByRole('button', { name: /Legacy platform/ }).click();
  await expect(page.getByRole('link', { name: 'Example legacy project' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'ListMinut', exact: true })).toBeHidden();
});

test('sorts over the whole fleet', async ({ page }) => {
  await open(page, '/infra-overview?sort=improvements&order=desc');
  await expect(page.getByRole('columnheader', { name: 'Improvements' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page.getByRole('row').nth(1)).toContainText('planned');
});

test('gives the rows as CSV', async ({ page }) => {
  await open(page, '/infra-overview?text=papertrail');
  await expect(page.getByRole('link', { name: 'ListMinut', exact: true })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('noipm');
  expect(text).toContain('listminut');
  expect(text).not.toContain('permit-intake');
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 400]) {
    test(`is accessible in the ${theme} theme, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page, '/infra-overview', theme);
      await expect(page.getByRole('link', { name: 'ListMinut', exact: true })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  }
}
