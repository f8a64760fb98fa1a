import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import base from '../../../playwright.config';

const root = resolve(__dirname, '../../..');

/** Takes the pictures of the documentation, of the example organisations alone: `npm run screenshots`. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'screenshots.ts',
  reporter: 'list',
  workers: 1,
  outputDir: resolve(root, 'node_modules/.cache/screenshots'),
  webServer: {
    command: 'node scripts/serveBuilt.mjs',
    cwd: root,
    url: 'http://localhost:7017/.backstage/health/v1/readiness',
    timeout: 120_000,
  },
});
