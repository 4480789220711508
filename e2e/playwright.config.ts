import { defineConfig } from "@playwright/test";

export default defineConfig({
  // `npm run pictures` takes the pictures of the README instead of testing.
  testDir: process.env.PICTURES ? "pictures" : "tests",
  workers: 2,
  // On a busy machine a page may be late once, which is reported as flaky. Twice is a fault.
  retries: 1,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CI ? "dot" : "list",
  use: {
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      // Debian's own: a browser of the test tool's can't be fetched everywhere.
      executablePath: process.env.ATELIER_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
