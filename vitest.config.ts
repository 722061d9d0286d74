import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/run-folder.ts'],
    // What hangs is told of; a busy machine that takes ten times as long is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A process for each processor, which reads the program once and not again for every file of tests, as one bot does. Our
    // modules keep nothing but what they read of files that do not change, so no test can leave anything to the next.
    isolate: false,
    maxWorkers: '100%',
  },
})
