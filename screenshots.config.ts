import { defineConfig } from '@playwright/test';
import base, { demoServer } from './playwright.config';

/** Takes the pictures of the documentation, of the example organisations alone: `npm run screenshots`. */
export default defineConfig({
  ...base,
  testMatch: 'screenshots.ts',
  reporter: 'list',
  workers: 1,
  outputDir: 'node_modules/.cache/screenshots',
  webServer: [
    {
      command: 'node scripts/serveBuilt.mjs',
      url: 'http://localhost:7017/.backstage/health/v1/readiness',
      timeout: 120_000,
    },
    demoServer,
  ],
});
