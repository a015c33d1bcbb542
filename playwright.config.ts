import { defineConfig } from '@playwright/test';

/** What this run's report and folder are called; `npm test` runs several side by side. */
const run = process.env['ZHUANBAO_E2E_REPORT'] ?? 'e2e';

/** Journeys through the real window; one at a time, because each one is a whole app with its own browser. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: `test-results/${run}`,
  fullyParallel: false,
  workers: 1,
  timeout: 180_000,
  globalTimeout: 2_600_000,
  expect: { timeout: 30_000 },
  // No action waits for longer than this, so that a failure names its line instead of the whole journey.
  use: { actionTimeout: 60_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A journey that needs its second try is named by `npm test`: nobody's work is refused for it, and nobody overlooks it.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: `test-results/${run}.json` }]],
});
