import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { expect, test, type Page } from '@playwright/test';
import { deployWindows } from './support/deploys';
import { expectAccessible, expectNoSidewaysScroll, open, type Theme } from './support/portal';

failOnBrowserErrors();

const TAB = '/catalog/default/system/noipm/readiness?environment=production';

/** Opens the tab "Readiness" of NOIPM and waits for its sentence; the catalog may still be read. */
async function openReadiness(page: Page, theme: Theme = 'light') {
  await open(page, TAB, theme);
  await expect(page.getByText(/^Not ready for production: \d+ must-haves open: /)).toBeVisible({
    timeout: 60_000,
  });
}

test('says in a sentence why it is not ready, and which lines would close a check', async ({
  page,
}) => {
  await openReadiness(page);
  await page.getByRole('link', { name: 'Each component always has two instances' }).first().click();
  await expect(page.getByText('Why it is asked')).toBeVisible();
  await expect(page.getByText(/^Lines to add at /)).toBeVisible();
  await expect(page).toHaveURL(/check=scalability\.two-instances/);
});

for (const [theme, width, height] of [
  ['light', 1280, 720],
  ['dark', 400, 800],
] as const) {
  test(`the tab is accessible and fits, ${theme} at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openReadiness(page, theme);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  for (const [what, address, shows] of [
    ['the list of all services', '/readiness', 'NOIPM complaint manager'],
    [
      'the page for newcomers',
      '/catalog/default/system/noipm/getting-started',
      'Where it runs, and who may see it',
    ],
  ] as const) {
    test(`${what} is accessible and fits, ${theme} at ${width}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, address, theme);
      await expect(page.getByText(shows).first()).toBeVisible({ timeout: 60_000 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  }
}

test('a pipeline gets the sentence of the page, with an exit code', async ({ page }) => {
  await openReadiness(page);
  const shown = await page
    .getByText(/^Not ready for production: \d+ must-haves open: /)
    .innerText();
  const [, count] = /(\d+) must-haves open/.exec(shown) ?? [];
  const asked = await deployWindows(
    ...['readiness', 'verdict', '--entity', 'system:default/noipm', '--environment', 'production'],
  );
  expect(asked.output).toContain(`Not ready for production: ${count} must-haves open`);
  expect(asked.code).toBe(1);
});
