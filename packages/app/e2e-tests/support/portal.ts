import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export type Theme = 'light' | 'dark';

/** The five example organisations, with the entity that their inventory speaks of. */
export const ORGANISATIONS = [
  { folder: 'noipm', kind: 'system', name: 'noipm' },
  { folder: 'listminut', kind: 'system', name: 'listminut' },
  { folder: 'operating-applications', kind: 'domain', name: 'operating-applications' },
  { folder: 'tts', kind: 'domain', name: 'tts' },
  { folder: 'caktus', kind: 'domain', name: 'caktus' },
] as const;

export const infraAddress = (
  { kind, name }: { readonly kind: string; readonly name: string },
  query = '',
) => `/catalog/default/${kind}/${name}/infrastructure${query}`;

/** Opens a page as a guest. */
export async function open(page: Page, address: string, theme: Theme = 'light') {
  await page.addInitScript(chosen => localStorage.setItem('theme', chosen), theme);
  await page.goto(address);
  // Every test starts in a fresh browser profile, so the sign-in page always comes first.
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.click({ timeout: 30_000 });
  await expect(enter).toBeHidden();
}

/** Opens an entity's infrastructure tab and waits for its document. */
export async function openInfra(
  page: Page,
  entity: { readonly kind: string; readonly name: string },
  query = '',
  theme: Theme = 'light',
) {
  await open(page, infraAddress(entity, query), theme);
  await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible({
    timeout: 30_000,
  });
}

/** No violation of the accessibility rules of WCAG 2.1 A and AA in our part of the page. */
export async function expectAccessible(page: Page, include = 'main') {
  const { violations } = await new AxeBuilder({ page })
    .include(include)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const words = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(node => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`,
  );
  expect(words.join('\n')).toBe('');
}

/** Nothing sticks out of the window sideways. */
export async function expectNoSidewaysScroll(page: Page) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}
