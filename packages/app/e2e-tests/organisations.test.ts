import { expect, test } from '@playwright/test';
import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { sampleFacts } from './support/facts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openInfra,
  ORGANISATIONS,
  type Theme,
} from './support/portal';

failOnBrowserErrors();

const THEMES: readonly Theme[] = ['light', 'dark'];

for (const organisation of ORGANISATIONS) {
  for (const theme of THEMES) {
    test(`${organisation.folder} can be read in the ${theme} theme`, async ({ page }) => {
      await openInfra(page, organisation, '', theme);
      await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  }

  test(`${organisation.folder} fits a narrow screen`, async ({ page }) => {
    await page.setViewportSize({ width: 400, height: 800 });
    await openInfra(page, organisation);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  // One click on an element shows everything known about it, so a fact is at most two clicks from its project's page.
  test(`${organisation.folder} shows the facts of its inventory`, async ({ page }) => {
    const facts = sampleFacts(organisation, 12);
    expect(facts.length).toBeGreaterThanOrEqual(8);
    for (const { id, element, words } of facts) {
      await openInfra(page, organisation, `?element=${encodeURIComponent(element)}`);
      const drawer = page.getByRole('dialog');
      await expect(drawer, `${id}: ${element} opens`).toBeVisible();
      await expect(drawer, `${id} in ${element}`).toContainText(words);
    }
  });
}

// The same, in words a person wrote down after reading the sources: independent of our own functions.
const READ_BY_A_PERSON = [
  ['noipm', 'system', 'addons[papertrail]', '7 days'],
  ['noipm', 'system', 'environments[production].deploy.windows[ipm-tuesdays]', '09:00'],
  ['noipm', 'system', 'credentialLocations[admin-accounts]', '1Password'],
  ['listminut', 'system', 'addons[papertrail]', '30 days'],
  ['listminut', 'system', 'improvements[heroku-stack]', '701'],
  ['tts', 'domain', 'accounts[sandbox]', '500'],
  ['tts', 'domain', 'platforms[heroku]', 'prohibited'],
  ['caktus', 'domain', 'runtimes[node]', '4.2'],
  ['operating-applications', 'domain', 'platforms[engineyard]', 'legacy'],
] as const;

for (const [name, kind, element, words] of READ_BY_A_PERSON) {
  test(`${name}: ${element} says "${words}"`, async ({ page }) => {
    await openInfra(page, { kind, name }, `?element=${encodeURIComponent(element)}`);
    await expect(page.getByRole('dialog')).toContainText(words);
  });
}
