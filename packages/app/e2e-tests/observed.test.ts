import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { expect, test, type Page } from '@playwright/test';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  infraAddress,
  openInfra,
} from './support/portal';

failOnBrowserErrors();

// A portal of its own, with a stand-in for Heroku; "Enter" signs in as NOIPM's lead.
const DEMO = 'http://localhost:7027';
const HEROKU = 'http://localhost:7071';
const noipm = { kind: 'system', name: 'noipm' };

test.use({ baseURL: DEMO });

/** Presses a button of the stand-in's page. */
async function changeReality(page: Page, action: string) {
  const answer = await page.request.post(HEROKU, { form: { action } });
  expect(answer.ok()).toBe(true);
}

/** Opens the page once the first look is over. */
async function openLookedAt(page: Page, theme: 'light' | 'dark' = 'light', query = '') {
  await expect
    .poll(
      async () => {
        const signedIn = await page.request.post('/api/auth/guest/refresh', { data: {} });
        if (!signedIn.ok()) return 0;
        const { token } = (await signedIn.json()).backstageIdentity;
        const seen = await page.request.get(
          '/api/infra-overview/v1/overview/system/default/noipm/observed',
          { headers: { Authorization: `Bearer ${token}` } },
        );
        return seen.ok() ? (await seen.json()).driftCount : 0;
      },
      { timeout: 120_000 },
    )
    .toBeGreaterThan(0);
  await openInfra(page, noipm, query, theme);
  await expect(page.getByRole('heading', { name: /^Drift/ })).toBeVisible();
}

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

test('an owner confirms what is oldest, and takes no token as a word about it', async ({
  page,
}) => {
  await openLookedAt(page);
  await page.getByRole('button', { name: /^Confirm \(\d+\)/ }).click();
  const walk = page.getByRole('dialog');
  await expect(walk.getByText(/^1 of \d+/)).toBeVisible();
  // In parts, so that no file of ours looks like one.
  const planted = ['ghp', '_', 'a1B2c3D4e5'.repeat(4)].join('');
  await walk.getByRole('textbox').fill(`it is ${planted}`);
  await walk.getByRole('button', { name: /^Still true/ }).click();
  await expect(walk.getByText(/looks like a secret/)).toBeVisible();
  await expect(walk.getByText(/^1 of \d+/)).toBeVisible();
  await walk.getByRole('textbox').fill('looked at the dashboard');
  await walk.getByRole('button', { name: /^Still true/ }).click();
  await expect(walk.getByText(/^2 of \d+/)).toBeVisible();
  await walk.getByRole('button', { name: 'Stop here' }).click();
  await page.goto(infraAddress(noipm, '?element=addons%5Bdb%5D'));
  await expect(page.getByText(/^confirmed .* by noipm-lead/).first()).toBeVisible();
});

test('a source that fails keeps what it saw, and says so', async ({ page }) => {
  await openLookedAt(page);
  await changeReality(page, 'fail');
  try {
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/could not look/i).first()).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: 120_000 });
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
