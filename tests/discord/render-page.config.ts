import { defineConfig } from 'vitest/config';

/** Not part of the tests: writes the page of ten answers to look at. */
export default defineConfig({
  test: { globalSetup: ['tests/global-setup.ts'], include: ['tests/discord/write-page.ts'], testTimeout: 120_000 },
});
