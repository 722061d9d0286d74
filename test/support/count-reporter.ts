import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Prints, alone on the last line of the run, how many tests passed and failed: programs read that line. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 }
    for (const module of modules) {
      // A file that does not load has no tests to fail; it must not look like nothing happened.
      if (module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        counts[state === 'pending' ? 'skipped' : state] += 1
      }
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
    // At exit, because the other reporters are still writing now.
    process.once('exit', () => console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`))
  }
}
