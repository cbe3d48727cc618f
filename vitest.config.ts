import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/build.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 20_000 } },
      { extends: true, test: { name: 'end-to-end', include: ['test/end-to-end/**/*.test.ts'], testTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'mutants',
          include: ['test/mutants/**/*.test.ts'],
          testTimeout: 300_000,
          maxConcurrency: 3,
          // A case that rests on time can miss its mutant when the machine is busy; that it can fail is what counts.
          retry: 1,
          // Alone, after the others: what its hosts do in time would be late beside them.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        // Compilers of several languages, which would be in the way of everything else.
        test: { name: 'toolchains', include: ['test/toolchains/**/*.test.ts'], sequence: { groupOrder: 2 } },
      },
    ],
  },
});
