import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { expect, test } from '@playwright/test';
import { expectAccessible, infraAddress, open, openInfra } from './support/portal';

test.describe('documents', () => {
  failOnBrowserErrors();

  test('offers a starter where nothing is written', async ({ page }) => {
    await open(page, infraAddress({ kind: 'system', name: 'state-no-document' }));
    await expect(page.getByText('schema: infra-overview.io/v1alpha1')).toBeVisible();
    await expectAccessible(page);
  });

  test('says that a document is newer than the portal, and shows it as text', async ({ page }) => {
    await open(page, infraAddress({ kind: 'system', name: 'state-newer-schema' }));
    await expect(page.getByText(/written in infra-overview.io\/v9/)).toBeVisible();
    const text = page.getByRole('group', { name: 'The document as text' });
    await expect(text).toBeHidden();
    await page.getByRole('button', { name: 'The document as text' }).click();
    await expect(text).toContainText('schema: infra-overview.io/v9');
    await expectAccessible(page);
  });

  test('lists problems with path and remedy and shows the rest', async ({ page }) => {
    await openInfra(page, { kind: 'system', name: 'state-problems' });
    // A guest owns nothing: problems are folded for whoever cannot mend them.
    await page.getByRole('button', { name: /Problems in the document/ }).click();
    await expect(page.getByText('addons[db].retension').first()).toBeVisible();
    await expect(page.getByText(/expected a whole number/)).toBeVisible();
    await expect(page.getByText('PostgreSQL').first()).toBeVisible();
    await expectAccessible(page);
  });

  test('treats hostile text as text', async ({ page }) => {
    await openInfra(page, { kind: 'system', name: 'state-hostile' });
    await expect(page.getByText('<script>document.title="hacked"</script>').first()).toBeVisible();
    expect(await page.title()).not.toContain('hacked');
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  test('says that no project matches', async ({ page }) => {
    await open(page, '/infra-overview?text=no-such-word-anywhere');
    await expect(page.getByRole('heading', { name: 'No project matches' })).toBeVisible();
  });
});

test.describe('a server that fails', () => {
  test('is shown as a failure, never as an empty page, and can be asked again', async ({
    page,
  }) => {
    await page.route('**/api/infra-overview/**', route => route.abort());
    await open(page, infraAddress({ kind: 'system', name: 'noipm' }));
    await expect(page.getByText(/could not be loaded/)).toBeVisible();
    await page.unroute('**/api/infra-overview/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('Runs on').first()).toBeVisible();
  });
});
