import { expect, test } from '@playwright/test';
import { DEMO, NOIPM, openLookedAt } from './support/demo';
import { infraAddress } from './support/portal';

// Without a look at the browser's errors: a refusal is one.
test.use({ baseURL: DEMO });

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
  await page.goto(infraAddress(NOIPM, '?element=addons%5Bdb%5D'));
  await expect(page.getByText(/^confirmed .* by noipm-lead/).first()).toBeVisible();
});
