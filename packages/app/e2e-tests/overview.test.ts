import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, openInfra } from './support/portal';

failOnBrowserErrors();

const NOIPM = { kind: 'system', name: 'noipm' };

test('answers the four questions and draws the path above the fold', async ({ page }) => {
  await openInfra(page, NOIPM);
  for (const words of ['Heroku', 'no failover', 'Tuesdays 09:00', 'Slack']) {
    await expect(page.getByText(words).first()).toBeInViewport();
  }
  await expect(
    page.getByRole('heading', { name: 'How a request travels in production' }),
  ).toBeInViewport();
  await expect(page.getByRole('link', { name: /Heroku router/ }).first()).toBeInViewport();
});

test('opens an element by keyboard, closes it with Escape and gives the focus back', async ({
  page,
}) => {
  await openInfra(page, NOIPM);
  const router = page.getByRole('link', { name: /Heroku router/ }).first();
  await router.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('Heroku router');
  await expectAccessible(page, '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page).not.toHaveURL(/element=/);
});

test('keeps environment, role and element in the address', async ({ page }) => {
  await openInfra(page, NOIPM, '?environment=staging&role=manager');
  await expect(page.getByRole('radio', { name: 'staging' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Manager' })).toBeChecked();
  await page.getByRole('radio', { name: 'Newcomer' }).click();
  await expect(page).toHaveURL(/environment=staging/);
  await expect(page).toHaveURL(/role=newcomer/);
});

test('copies the page as Markdown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openInfra(page, NOIPM);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^# NOIPM complaint manager/);
  expect(text).toContain('Papertrail');
});

test('asks for its document once, and once for what sources saw', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', request => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/infra-overview/')) asked.push(pathname);
  });
  await openInfra(page, NOIPM);
  await page.getByRole('radio', { name: 'staging' }).click();
  await page.getByRole('radio', { name: 'Manager' }).click();
  const overview = '/api/infra-overview/v1/overview/system/default/noipm';
  expect(asked.toSorted()).toEqual([overview, `${overview}/observed`]);
});

test('says where inherited values come from', async ({ page }) => {
  await openInfra(page, { kind: 'component', name: 'permit-intake-web' });
  await expect(page.getByText(/from (the )?TTS/).first()).toBeVisible();
});

test('prints all of it, without buttons', async ({ page }) => {
  await openInfra(page, NOIPM);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeHidden();
  await expect(page.getByText('Take the application out of maintenance mode')).toBeVisible();
});

test('shows a card on the entity page', async ({ page }) => {
  await openInfra(page, NOIPM);
  await page.goto('/catalog/default/system/noipm');
  await expect(page.getByText('Who is told when it breaks')).toBeVisible();
});

test('holds a great many of everything', async ({ page }) => {
  await openInfra(page, { kind: 'system', name: 'state-large' });
  await expect(page.getByRole('radio', { name: 'sandbox' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScroll(page);
});
