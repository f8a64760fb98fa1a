import { expect, test } from '@playwright/test';
import { failOnBrowserErrors } from '@backstage/e2e-test-utils/playwright';
import { sampleFacts } from './support/facts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  infraAddress,
  open,
  openInfra,
  ORGANISATIONS,
  type Theme,
} from './support/portal';

failOnBrowserErrors();

const elementAddress = (
  entity: { readonly kind: string; readonly name: string },
  element: string,
) => infraAddress(entity, `?element=${encodeURIComponent(element)}`);

const LOOKS: readonly (readonly [theme: Theme, width: number])[] = [
  ['light', 1280],
  ['dark', 400],
];

for (const organisation of ORGANISATIONS) {
  for (const [theme, width] of LOOKS) {
    test(`${organisation.folder} can be read in the ${theme} theme, ${width} pixels wide`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await openInfra(page, organisation, '', theme);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  }

  // One click on an element shows everything known about it, so a fact is at most two clicks from its project's page.
  test(`${organisation.folder} shows the facts of its inventory`, async ({ page }) => {
    const facts = sampleFacts(organisation, 10);
    expect(facts.length).toBeGreaterThanOrEqual(8);
    await openInfra(page, organisation);
    for (const { id, element, words } of facts) {
      await page.goto(elementAddress(organisation, element));
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
  ['listminut', 'system', 'improvements[stack]', '701'],
  ['tts', 'domain', 'cost.limits[sandbox]', '500'],
  ['tts', 'domain', 'platforms[heroku]', 'prohibited'],
  ['caktus', 'domain', 'runtimes[node]', '4.2'],
  ['operating-applications', 'domain', 'platforms[engineyard]', 'legacy'],
] as const;

for (const [name, kind, element, words] of READ_BY_A_PERSON) {
  test(`${name}: ${element} says "${words}"`, async ({ page }) => {
    await open(page, elementAddress({ kind, name }, element));
    await expect(page.getByRole('dialog')).toContainText(words);
  });
}
