import { defineConfig } from '@playwright/test';

/** Journeys through the real window; one at a time on a display, because windows take each other's focus. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  workers: process.env['ZHUANBAO_E2E_DISPLAY'] === undefined ? 1 : 2,
  timeout: 180_000,
  globalTimeout: 2_600_000,
  expect: { timeout: 30_000 },
  // No action waits for longer than this, so that a failure names its line instead of the whole journey.
  use: { actionTimeout: 60_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A journey that needs its second try is named by `npm test`: nobody's work is refused for it, and nobody overlooks it.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
