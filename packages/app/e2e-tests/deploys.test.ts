import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { expect, test } from '@playwright/test';
import { deployWindows, openDeploys, verdict } from './support/deploys';
import { expectAccessible, expectNoSidewaysScroll, open } from './support/portal';

failOnBrowserErrors();

test('reads a promise to a customer off the tab: who is told, when it is free, how it goes', async ({
  page,
}) => {
  await openDeploys(page, 'noipm', 'production');
  await expect(verdict(page)).toContainText('America/Chicago');
  await expect(page.getByText('Every Tuesday 09:00–10:00 (America/Chicago)').first()).toBeVisible();
  for (const step of [
    'Put the application into maintenance mode',
    'Take the application out of maintenance mode',
  ]) {
    await expect(page.getByText(step).first()).toBeAttached();
  }
  await verdict(page).getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByRole('dialog').getByText('Agreed with IPM').first()).toBeVisible();
});

for (const [theme, width, height] of [
  ['light', 1280, 720],
  ['dark', 400, 800],
] as const) {
  test(`the tab is accessible and fits, ${theme} at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openDeploys(page, 'noipm', 'production', theme);
    await expect(page.getByRole('region', { name: /Next four weeks/ })).toBeVisible();
    await expect(page.getByRole('region', { name: /Deployments/ })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`the calendar is accessible and fits, ${theme} at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, '/deploy-windows', theme);
    await expect(page.getByRole('link', { name: 'NOIPM complaint manager' }).first()).toBeVisible({
      timeout: 60_000,
    });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}

test('a pipeline gets the same answer as the page, with an exit code', async ({ page }) => {
  await openDeploys(page, 'deploy-demo', 'frozen');
  await expect(verdict(page)).toContainText('Frozen for good');
  const ask = ['can-deploy', '--entity', 'system:default/deploy-demo', '--environment'];
  const held = await deployWindows(...ask, 'frozen');
  expect(held.code).toBe(1);
  expect(held.output).toContain('Frozen for good');
  expect((await deployWindows(...ask, 'sandbox')).code).toBe(0);
  expect((await deployWindows(...ask, 'nowhere')).code).toBe(2);
});

test('is refused, asks why, overrides with a reason, records, and finds all of it in the log', async ({
  page,
}) => {
  await openDeploys(page, 'deploy-demo', 'closed');
  await expect(verdict(page)).toContainText('Not now');
  await verdict(page).getByRole('button', { name: 'Request override' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('The certificate ends tonight');
  await dialog.getByRole('button', { name: 'Request', exact: true }).click();
  await expect(dialog.getByText(/In force until/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(verdict(page)).toContainText(/Yes/);
  const overrides = page.getByRole('region', { name: /^Overrides/ });
  await expect(overrides).toContainText('The certificate ends tonight');

  await verdict(page).getByRole('button', { name: 'Record a deployment' }).click();
  await dialog.getByRole('textbox', { name: 'Version' }).fill('v42');
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(dialog.getByText(/It is in the log/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('region', { name: /^Deployments/ })).toContainText('v42');
});

test('an incident freeze says what it holds, and an open page changes by itself', async ({
  page,
  context,
}) => {
  await openDeploys(page, 'freeze-demo', 'production');
  await expect(verdict(page)).toContainText('Open');

  const other = await context.newPage();
  // The same browser: signed in already.
  await other.goto('/deploy-windows?text=freeze+demo');
  await other.getByRole('button', { name: 'Incident freeze' }).click();
  const dialog = other.getByRole('dialog');
  await dialog
    .getByRole('combobox', { name: 'Everything below' })
    .fill('system:default/freeze-demo');
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('Orders are lost since this morning');
  await expect(dialog.getByText(/Concerns 1 service and environment/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Freeze now' }).click();
  await expect(dialog.getByText(/It lifts itself/)).toBeVisible();

  await expect(verdict(page)).toContainText('Freeze', { timeout: 30_000 });
  await expect(verdict(page)).toContainText('Orders are lost since this morning');
});

test('a calendar program gets the windows by an address that is shown once', async ({
  page,
  request,
}) => {
  await openDeploys(page, 'noipm', 'production');
  await page.getByRole('button', { name: /^Calendar/ }).click();
  await page.getByRole('button', { name: 'Make an address' }).click();
  const address = page.getByText(/\/v1\/calendars\/.+\.ics/).first();
  await expect(address).toBeVisible();
  const [url = ''] = /https?:\S+\.ics/.exec((await address.textContent()) ?? '') ?? [];
  const calendar = await request.get(url);
  expect(calendar.ok()).toBe(true);
  expect(await calendar.text()).toContain('BEGIN:VEVENT');
});
