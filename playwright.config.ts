import { defineConfig } from '@playwright/test';

const PORTAL = 'http://localhost:7017';

/** A portal with a stand-in for Heroku, whose pages show what differs from the documents. */
export const demoServer = {
  command:
    'node scripts/serveBuilt.mjs --demo packages/app/e2e-tests/fixtures/app-config.demo.yaml',
  url: 'http://localhost:7027/.backstage/health/v1/readiness',
  timeout: 120_000,
  reuseExistingServer: !process.env.CI,
  stdout: 'ignore',
  stderr: 'pipe',
} as const;

/** Browser tests run against the built pages, served by the real backend on one port with a fresh database. */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  testMatch: '*.test.ts',
  // Generous: two cores share the backend, two browsers and the accessibility rules over pages of a thousand rows.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['html', { open: 'never', outputFolder: 'e2e-report' }]],
  outputDir: 'node_modules/.cache/e2e-results',
  webServer: [
    {
      command:
        'node scripts/serveBuilt.mjs packages/app/e2e-tests/fixtures/app-config.fixtures.yaml',
      url: `${PORTAL}/.backstage/health/v1/readiness`,
      timeout: 120_000,
      reuseExistingServer: !process.env.CI,
      stdout: 'ignore',
      stderr: 'pipe',
    },
    demoServer,
  ],
  use: {
    baseURL: PORTAL,
    viewport: { width: 1280, height: 720 },
    screenshot: 'only-on-failure',
    // No trace: recording every frame takes longer than the tests.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-gpu-compositing',
        '--disable-gpu-rasterization',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
