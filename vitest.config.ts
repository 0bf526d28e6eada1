import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Tests that start the bot or a browser, kill processes, build many indexes, train, or take more than some seconds of a
 * processor. All others are fast.
 */
const slow = 'tests/**/*.slow.test.ts';

/** Files that wait long although they are short, the longest first: begun last, one of them would run on alone. */
const longest = [
  'hosts',
  'many-processes',
  'living-briefs-processes',
  'misses-answered',
  'briefs-killed',
  'interrupted-indexing',
  'quality',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.slow.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

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
    sequence: { sequencer: LongestFirst },
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
