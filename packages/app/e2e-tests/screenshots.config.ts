import { defineConfig } from '@playwright/test';
import base from '../../../playwright.config';

/** Takes the pictures of the documentation: `npm run screenshots`. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'screenshots.ts',
  reporter: 'list',
  workers: 1,
});
