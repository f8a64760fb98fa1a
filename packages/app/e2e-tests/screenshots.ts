import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { infraAddress, open, type Theme } from './support/portal';

const IMAGES = join(__dirname, '../../../docs/images');
const noipm = infraAddress({ kind: 'system', name: 'noipm' });

interface Picture {
  readonly name: string;
  readonly address: string;
  /** Must be on the page before the picture is taken. */
  readonly shows: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

const PICTURES: readonly Picture[] = [
  { name: 'project', address: noipm, shows: 'How a request travels in production' },
  {
    name: 'project-dark',
    address: noipm,
    shows: 'How a request travels in production',
    theme: 'dark',
  },
  { name: 'element', address: `${noipm}?element=addons%5Bdb%5D`, shows: 'Everything stated' },
  { name: 'environments', address: `${noipm}#environments`, shows: 'Same everywhere' },
  {
    name: 'standard',
    address: infraAddress({ kind: 'domain', name: 'tts' }),
    shows: 'Where projects may run',
  },
  { name: 'fleet', address: '/infra-overview', shows: 'ListMinut' },
  {
    name: 'deploys',
    address: '/catalog/default/system/noipm/deploy-windows?environment=production',
    shows: 'All together',
  },
  {
    name: 'readiness',
    address: '/catalog/default/system/noipm/readiness?environment=production',
    shows: 'Read again',
  },
  {
    name: 'drift',
    address: `http://localhost:7027${noipm}#drift`,
    shows: 'Environments that the document does not name',
  },
  {
    name: 'impact',
    address: `http://localhost:7027${noipm}?down=addons%5Bdb%5D`,
    shows: 'is down',
  },
  { name: 'calendar', address: '/deploy-windows', shows: 'NOIPM complaint manager' },
  {
    name: 'narrow',
    address: infraAddress({ kind: 'system', name: 'listminut' }),
    shows: 'Runs on',
    width: 400,
    height: 800,
  },
];

for (const { name, address, shows, theme = 'light', width = 1280, height = 800 } of PICTURES) {
  test(`docs/images/${name}.png`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, address, theme);
    await expect(page.getByText(shows, { exact: true }).first()).toBeVisible({ timeout: 90_000 });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(IMAGES, `${name}.png`), animations: 'disabled' });
  });
}
