import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/run-folder.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // A process for each processor, each of which reads the program once and not again for every file of tests: no module
    // of ours keeps anything that one test could leave to the next.
    isolate: false,
    maxWorkers: '100%',
  },
})
