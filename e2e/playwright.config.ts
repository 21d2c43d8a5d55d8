import { defineConfig } from '@playwright/test'
import { findBrowser } from './browser'
import type { Options } from './fixtures'

// Found once; the workers, which read this file again, inherit it.
process.env.CHROMIUM_PATH ||= await findBrowser()
process.env.MUSTER_DIST ||= '.next-e2e'

/** The journeys, each on a server of its own, on both databases. MUSTER_E2E_ORIGIN names a running server instead. */
export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './setup.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  // One more than cores: each waits for its server and its browser in turn.
  workers: 3,
  // Two cores run two browsers and three servers: what is late once is tried again, and reported as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    launchOptions: { executablePath: process.env.CHROMIUM_PATH },
    // Drawing one costs every journey time: where a failed one runs once again, only then.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    // A tag says that a test means something on one of them only.
    // On a phone, and as Lockdown Mode leaves a browser: without just-in-time compiling and WebAssembly, without web fonts.
    {
      name: 'embedded',
      use: {
        on: 'embedded',
        viewport: { width: 360, height: 740 },
        launchOptions: {
          executablePath: process.env.CHROMIUM_PATH,
          args: ['--js-flags=--jitless', '--disable-remote-fonts'],
        },
      },
      grepInvert: /@postgres/,
    },
    {
      name: 'postgres',
      use: { on: 'postgres' },
      grepInvert: /@embedded/,
      // Who may, and what browsers are told, do not hang on the database; what is away is a PostgreSQL server anyway.
      testIgnore: /(away|browser|doors)\.spec\.ts$/,
    },
  ],
})
