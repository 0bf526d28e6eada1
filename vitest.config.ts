import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Tests that start the bot or a browser, kill processes, build many indexes, train, or take more than some seconds of a
 * processor. All others are fast.
 */
const slow = 'tests/**/*.slow.test.ts';

const common = {
  setupFiles: ['tests/fixed-seed.ts'],
  // The build runs as it is.
  server: { deps: { external: [/\/dist\//] } },
  // Far more than any test takes: what is waited for are events, and the machine may be busy with something else.
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'fast',
          include: ['tests/**/*.test.ts'],
          exclude: [slow],
          maxWorkers: availableParallelism(),
          // Files that a worker runs one after the other share what they import, which is most of the time they take.
          isolate: false,
        },
      },
      {
        test: {
          ...common,
          name: 'slow',
          include: [slow],
          // Two more than there are processors, since a slow test mostly waits for other processes.
          maxWorkers: availableParallelism() + 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
